# fails test_calls_that_fail_at_the_same_time_make_nothing_hang: two failures count the same call, and the end never comes

import threading


def first_success(executor, functions):
    functions = list(functions)
    if not functions:
        raise ValueError("there are no functions")
    left = len(functions)
    results, failures = [], []
    over = threading.Event()

    def call(function):
        nonlocal left
        try:
            results.append(function())
            over.set()
        except Exception as error:
            failures.append(error)
            left -= 1
            if left == 0:
                over.set()

    futures = [executor.submit(call, function) for function in functions]
    over.wait()
    if results:
        for future in futures:
            future.cancel()
        return results[0]
    raise failures[-1]
