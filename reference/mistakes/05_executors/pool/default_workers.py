# fails test_twelve_workers_make_twelve_calls_at_a_time: the pool has its default size, whatever was asked for

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(function, items))
