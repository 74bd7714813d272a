# fails test_executor_makes_every_call_and_stays_open: shuts the caller's executor down after submitting

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    executor.shutdown(wait=False)
    return (future.result() for future in as_completed(futures))
