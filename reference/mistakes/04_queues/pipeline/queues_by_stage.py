# fails test_each_stage_has_a_thread_of_its_own_which_has_ended_on_return: a dictionary with the stages as keys, and the same function is a stage twice

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

    inbox_of = dict(zip(stages, queues, strict=False))
    outbox_of = dict(zip(stages, queues[1:], strict=False))
    threads = [
        threading.Thread(target=work, args=(stage, inbox_of[stage], outbox_of[stage]))
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
