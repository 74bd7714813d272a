# fails test_any_number_of_values_and_stages: a value that goes well wipes out the exception of the one before

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    queues = [queue.Queue() for _ in range(len(stages) + 1)]
    errors = []

    def work(stage, inbox, outbox):
        while (value := inbox.get()) is not end:
            try:
                outbox.put(stage(value))
                errors.clear()
            except Exception as error:
                errors.append(error)
        outbox.put(end)

    threads = [
        threading.Thread(target=work, args=(stage, queues[number], queues[number + 1]))
        for number, stage in enumerate(stages)
    ]
    for thread in threads:
        thread.start()
    try:
        for value in source:
            queues[0].put(value)
    finally:
        queues[0].put(end)
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
    results = []
    while (value := queues[-1].get()) is not end:
        results.append(value)
    return results
