# fails test_every_call_is_made_once_by_a_thread_of_the_executor: makes a pool of its own beside the executor
from concurrent.futures import ThreadPoolExecutor


def outcomes(executor, functions):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(function) for function in functions]
    errors = [future.exception() for future in futures]
    return [
        ("ok", future.result()) if error is None else ("error", error)
        for future, error in zip(futures, errors)
    ]
