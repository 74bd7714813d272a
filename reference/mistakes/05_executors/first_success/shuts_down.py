# fails test_executor_makes_the_calls_stays_open_and_keeps_the_calls_of_others: cancels by shutting the caller's executor down

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            executor.shutdown(wait=False, cancel_futures=True)
            return future.result()
    raise future.exception()
