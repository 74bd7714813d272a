# fails test_any_number_of_values_and_stages: the stage that failed takes nothing any more, and the one before waits for room

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    queues = [queue.Queue(maxsize=10) for _ in range(len(stages) + 1)]
    errors = []

    def work(stage, inbox, outbox):
        try:
            while (value := inbox.get()) is not end:
                outbox.put(stage(value))
        except Exception as error:
            errors.append(error)
        outbox.put(end)

    results = []

    def collect():
        while (value := queues[-1].get()) is not end:
            results.append(value)

    threads = [
        threading.Thread(target=work, args=(stage, queues[number], queues[number + 1]))
        for number, stage in enumerate(stages)
    ]
    threads.append(threading.Thread(target=collect))
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
    return results
