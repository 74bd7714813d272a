# fails test_two_callers_at_once_get_their_own_results: two callers share the variable that the result is put in

from concurrent.futures import as_completed

winner = None


def first_success(executor, functions):
    global winner
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            winner = future.result()
            for other in futures:
                other.cancel()
            return winner
    raise future.exception()
