# passes: a callback on each future adds under a Condition, and wakes the caller when all have come

import threading


def total(executor, function, items):
    condition = threading.Condition()
    ended = []
    futures = [executor.submit(function, item) for item in items]

    def note(future):
        with condition:
            ended.append(future)
            condition.notify()

    for future in futures:
        future.add_done_callback(note)
    with condition:
        condition.wait_for(lambda: len(ended) == len(futures))
    return sum(future.result() for future in ended)
