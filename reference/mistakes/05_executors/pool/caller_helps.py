# fails test_every_call_runs_in_a_new_thread_pool_executor: the caller makes the last call itself

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    items = list(items)
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items[:-1]]
        last = [function(item) for item in items[-1:]]
        return [future.result() for future in futures] + last
