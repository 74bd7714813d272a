# fails test_all_stages_work_at_once_each_in_one_thread: every call of a stage gets another thread

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    queues = [queue.Queue() for _ in range(len(stages) + 1)]
    errors = []

    def once(stage, value, outbox):
        try:
            outbox.put(stage(value))
        except Exception as error:
            errors.append(error)

    def work(stage, inbox, outbox):
        while (value := inbox.get()) is not end:
            call = threading.Thread(target=once, args=(stage, value, outbox))
            call.start()
            call.join()
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
