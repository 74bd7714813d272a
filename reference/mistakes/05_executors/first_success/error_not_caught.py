# fails test_failure_that_comes_first_is_passed_over: result() raises out of the loop

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        result = future.result()
        for other in futures:
            other.cancel()
        return result
