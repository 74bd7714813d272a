# fails test_last_failure_is_raised_where_all_fail: raises the failure that came first

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    failures = []
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
        failures.append(future.exception())
    raise failures[0]
