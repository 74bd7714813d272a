# fails test_calls_that_fail_at_the_same_time_make_nothing_hang: waits for a success that never comes

import queue


def first_success(executor, functions):
    results = queue.SimpleQueue()
    futures = [executor.submit(lambda f=f: results.put(f())) for f in functions]
    if not futures:
        raise ValueError("there are no functions")
    result = results.get()
    for future in futures:
        future.cancel()
    return result
