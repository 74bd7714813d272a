# fails test_exception_of_a_call_is_raised_when_all_threads_have_ended: raises an exception of its own in place of the call's

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
    try:
        return [future.result() for future in futures]
    except Exception as error:
        raise RuntimeError("a call failed") from error
