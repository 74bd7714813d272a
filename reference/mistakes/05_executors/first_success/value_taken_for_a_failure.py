# fails test_any_result_is_a_success_and_functions_may_be_a_generator: a result that is an exception is taken for a failure

from concurrent.futures import as_completed


def first_success(executor, functions):
    def attempt(function):
        try:
            return function()
        except Exception as error:
            return error

    futures = [executor.submit(attempt, function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if not isinstance(future.result(), Exception):
            for other in futures:
                other.cancel()
            return future.result()
    raise future.result()
