# fails test_call_is_made_although_the_one_before_it_has_failed: a failure cancels the calls that might have succeeded

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        for other in futures:
            other.cancel()
        if not future.cancelled() and future.exception() is None:
            return future.result()
    raise futures[0].exception()
