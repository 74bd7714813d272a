# fails test_all_threads_have_ended_on_return: tells the pool to end, and does not wait until it has

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    pool = ThreadPoolExecutor(workers)
    try:
        return list(pool.map(function, items))
    finally:
        pool.shutdown(wait=False)
