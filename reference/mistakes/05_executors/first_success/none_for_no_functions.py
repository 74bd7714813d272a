# fails test_no_functions_are_a_value_error: nothing is said about an empty list

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    failure = None
    for future in as_completed(futures):
        failure = future.exception()
        if failure is None:
            for other in futures:
                other.cancel()
            return future.result()
    if failure is not None:
        raise failure
