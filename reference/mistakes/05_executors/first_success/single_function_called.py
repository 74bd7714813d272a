# fails test_executor_makes_the_calls_stays_open_and_keeps_the_calls_of_others: calls the function itself where there is only one

from concurrent.futures import as_completed


def first_success(executor, functions):
    functions = list(functions)
    if not functions:
        raise ValueError("there are no functions")
    if len(functions) == 1:
        return functions[0]()
    futures = [executor.submit(function) for function in functions]
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise future.exception()
