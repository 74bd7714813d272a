# fails test_calls_overlap: waits for each result before it submits the next call

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        return [pool.submit(function, item).result() for item in items]
