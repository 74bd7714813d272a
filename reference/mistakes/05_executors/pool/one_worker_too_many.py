# fails test_twelve_workers_make_twelve_calls_at_a_time: adds one for the caller, who does not work

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers + 1) as pool:
        return list(pool.map(function, items))
