# fails test_each_stage_has_a_thread_of_its_own_which_has_ended_on_return: the caller runs the first stage itself

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
            except Exception as error:
                errors.append(error)
        outbox.put(end)

    threads = [
        threading.Thread(target=work, args=(stage, queues[number], queues[number + 1]))
        for number, stage in enumerate(stages)
    ]
    for thread in threads[1:]:
        thread.start()
    try:
        for value in source:
            queues[0].put(value)
    finally:
        queues[0].put(end)
        if stages:
            work(stages[0], *queues[:2])
        for thread in threads[1:]:
            thread.join()
    if errors:
        raise errors[0]
    results = []
    while (value := queues[-1].get()) is not end:
        results.append(value)
    return results
