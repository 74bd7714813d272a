# fails test_calls_overlap: one thread makes one call at a time

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(1) as pool:
        return list(pool.map(function, items))
