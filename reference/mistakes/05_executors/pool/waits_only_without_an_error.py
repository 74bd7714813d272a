# fails test_call_that_has_begun_finishes_though_another_fails: after an error the pool is left to itself

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    pool = ThreadPoolExecutor(workers)
    try:
        results = list(pool.map(function, items))
    except Exception:
        pool.shutdown(wait=False)
        raise
    pool.shutdown()
    return results
