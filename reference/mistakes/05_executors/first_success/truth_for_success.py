# fails test_any_result_is_a_success_and_functions_may_be_a_generator: a result that counts as false is passed over

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    failure = None
    for future in as_completed(futures):
        try:
            if result := future.result():
                for other in futures:
                    other.cancel()
                return result
        except Exception as error:
            failure = error
    if failure is not None:
        raise failure
