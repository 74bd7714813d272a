# fails test_first_result_is_returned_at_once_while_other_calls_still_run: a timeout ends the wait

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures, timeout=60):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise future.exception()
