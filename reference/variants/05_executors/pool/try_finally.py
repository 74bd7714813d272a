# passes: shutdown by hand, in a finally

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    pool = ThreadPoolExecutor(workers)
    try:
        futures = [pool.submit(function, item) for item in items]
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=True)
