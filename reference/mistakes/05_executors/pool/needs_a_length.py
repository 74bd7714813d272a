# fails test_items_may_be_any_iterable_and_there_may_be_none: a generator has no length

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(min(workers, len(items))) as pool:
        return list(pool.map(function, items))
