# fails test_items_may_be_any_iterable_and_there_may_be_none: a list cannot be a key

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = {item: pool.submit(function, item) for item in items}
    return [future.result() for future in futures.values()]
