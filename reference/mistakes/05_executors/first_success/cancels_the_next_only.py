# fails test_call_that_has_not_begun_is_cancelled: one call is cancelled, the others are not

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            next((other for other in futures if other.cancel()), None)
            return future.result()
    raise future.exception()
