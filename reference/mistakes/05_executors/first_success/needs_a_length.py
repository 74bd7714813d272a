# fails test_any_result_is_a_success_and_functions_may_be_a_generator: a generator has no length

from concurrent.futures import as_completed


def first_success(executor, functions):
    if len(functions) == 0:
        raise ValueError("there are no functions")
    futures = [executor.submit(function) for function in functions]
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise future.exception()
