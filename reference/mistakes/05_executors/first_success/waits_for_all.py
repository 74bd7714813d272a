# fails test_first_result_is_returned_at_once_while_other_calls_still_run: list() takes the futures only when every call has ended

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in list(as_completed(futures)):
        if future.exception() is None:
            return future.result()
    raise future.exception()
