# fails test_every_call_runs_in_a_new_thread_pool_executor: the pool is made and never used

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers):
        return [function(item) for item in items]
