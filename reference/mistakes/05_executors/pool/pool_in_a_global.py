# fails test_two_callers_at_once_have_pools_of_their_own: the second caller's pool takes the place of the first one's

from concurrent.futures import ThreadPoolExecutor

pool = None


def run_in_pool(function, items, workers):
    global pool
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
    return [future.result() for future in futures]
