# fails test_a_failing_call_makes_nothing_hang: a call that raises never counts as ended

import threading


def labels(executor, function, items):
    items = list(items)
    results = [None] * len(items)
    ended = threading.Semaphore(0)

    def call(place, item):
        results[place] = function(item)
        ended.release()

    for place, item in enumerate(items):
        executor.submit(call, place, item)
    for _ in items:
        ended.acquire()
    return results
