# fails test_call_that_has_not_begun_is_cancelled: the first that cannot be cancelled ends the loop

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            all(other.cancel() for other in futures if other is not future)
            return future.result()
    raise future.exception()
