# passes: the iterator of map is read when the pool is shut down already

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        results = pool.map(function, items)
    return list(results)
