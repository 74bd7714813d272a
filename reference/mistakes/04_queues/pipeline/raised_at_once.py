# fails test_exception_is_raised_when_every_thread_has_ended: raises as soon as the last stage has ended, though the first is still at work

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    queues = [queue.Queue() for _ in range(len(stages) + 1)]
    errors = []

    def work(stage, inbox, outbox):
        try:
            while (value := inbox.get()) is not end:
                outbox.put(stage(value))
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
    results = []
    while (value := queues[-1].get()) is not end:
        results.append(value)
    if errors:
        raise errors[0]
    for thread in threads:
        thread.join()
    return results
