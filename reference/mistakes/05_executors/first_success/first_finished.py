# fails test_failure_that_comes_first_is_passed_over: the first to finish wins, although it failed

from concurrent.futures import FIRST_COMPLETED, wait


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    for future in pending:
        future.cancel()
    return done.pop().result()
