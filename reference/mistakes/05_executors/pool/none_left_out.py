# fails test_any_item_and_any_result_is_kept: a result of None is left out

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        return [result for result in pool.map(function, items) if result is not None]
