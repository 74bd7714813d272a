# fails test_exception_of_a_call_is_raised_when_all_threads_have_ended: an exception jumps over the shutdown

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    pool = ThreadPoolExecutor(workers)
    results = list(pool.map(function, items))
    pool.shutdown()
    return results
