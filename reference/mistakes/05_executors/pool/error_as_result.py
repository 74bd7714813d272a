# fails test_exception_of_a_call_is_raised_when_all_threads_have_ended: the exception is put among the results

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
    return [future.exception() or future.result() for future in futures]
