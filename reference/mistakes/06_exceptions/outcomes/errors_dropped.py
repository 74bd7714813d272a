# fails test_one_failure_hides_no_other_outcome: calls that failed are left out
from concurrent.futures import wait


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    wait(futures)
    return [("ok", future.result()) for future in futures if future.exception() is None]
