# fails test_any_value_and_any_result_is_kept: a value that is an exception is raised

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    queues = [queue.Queue() for _ in range(len(stages) + 1)]

    def work(stage, inbox, outbox):
        while (value := inbox.get()) is not end:
            try:
                outbox.put(stage(value))
            except Exception as error:
                outbox.put(error)
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
    results = []
    while (value := queues[-1].get()) is not end:
        if isinstance(value, Exception):
            raise value
        results.append(value)
    return results
