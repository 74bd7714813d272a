# fails test_all_threads_have_ended_on_return: nobody shuts the pool down

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    pool = ThreadPoolExecutor(workers)
    return list(pool.map(function, items))
