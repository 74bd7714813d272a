# fails test_failing_call_makes_nothing_hang: a call that raises never counts as ended

import threading


def total(executor, function, items):
    results = []
    ended = threading.Semaphore(0)

    def call(item):
        results.append(function(item))
        ended.release()

    futures = [executor.submit(call, item) for item in items]
    for _ in futures:
        ended.acquire()
    return sum(results)
