# fails test_calls_overlap: leaving the with block waits for its only call

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    results = []
    for item in items:
        with ThreadPoolExecutor(workers) as pool:
            results.append(pool.submit(function, item))
    return [future.result() for future in results]
