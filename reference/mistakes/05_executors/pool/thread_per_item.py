# fails test_one_worker_makes_one_call_at_a_time: a pool as large as the list

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    items = list(items)
    with ThreadPoolExecutor(max(workers, len(items))) as pool:
        return list(pool.map(function, items))
