# fails test_executor_makes_the_calls_stays_open_and_keeps_the_calls_of_others: makes a pool of its own beside the executor

from concurrent.futures import ThreadPoolExecutor, as_completed


def first_success(executor, functions):
    functions = list(functions)
    if not functions:
        raise ValueError("there are no functions")
    pool = ThreadPoolExecutor(len(functions))
    futures = [pool.submit(function) for function in functions]
    try:
        for future in as_completed(futures):
            if future.exception() is None:
                return future.result()
        raise future.exception()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
