# fails test_call_that_has_not_begun_is_cancelled: returns, and lets all the others be called

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            return future.result()
    raise future.exception()
