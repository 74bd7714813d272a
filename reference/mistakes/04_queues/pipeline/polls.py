# fails test_stages_that_wait_for_a_value_do_not_poll: looks again and again whether a value has come

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    queues = [queue.Queue() for _ in range(len(stages) + 1)]
    errors = []

    def next_from(inbox):
        while True:
            try:
                return inbox.get(timeout=0.1)
            except queue.Empty:
                pass

    def work(stage, inbox, outbox):
        while (value := next_from(inbox)) is not end:
            try:
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
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
    results = []
    while (value := queues[-1].get()) is not end:
        results.append(value)
    return results
