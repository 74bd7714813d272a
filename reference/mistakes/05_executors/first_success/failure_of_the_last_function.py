# fails test_last_failure_is_raised_where_all_fail: the last in the list need not be the last to fail

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise futures[-1].exception()
