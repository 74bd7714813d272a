# fails test_every_call_runs_in_a_new_thread_pool_executor: one item is thought not to be worth a pool

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    items = list(items)
    if len(items) == 1:
        return [function(items[0])]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(function, items))
