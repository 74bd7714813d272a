# fails test_executor_makes_the_calls_stays_open_and_keeps_the_calls_of_others: cancels whatever waits in the executor, whoever submitted it

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        if future.exception() is None:
            while not executor._work_queue.empty():
                executor._work_queue.get().future.cancel()
            return future.result()
    raise future.exception()
