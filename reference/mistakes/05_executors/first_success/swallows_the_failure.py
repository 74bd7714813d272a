# fails test_last_failure_is_raised_where_all_fail: returns None where every call failed

from concurrent.futures import as_completed


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        try:
            result = future.result()
        except Exception:
            continue
        for other in futures:
            other.cancel()
        return result
