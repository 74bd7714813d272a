# fails test_failure_that_comes_first_is_passed_over: FIRST_EXCEPTION ends the wait at the first failure

from concurrent.futures import FIRST_EXCEPTION, wait


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    done, pending = wait(futures, return_when=FIRST_EXCEPTION)
    for future in pending:
        future.cancel()
    failure = None
    for future in done:
        if future.exception() is None:
            return future.result()
        failure = future.exception()
    raise failure
