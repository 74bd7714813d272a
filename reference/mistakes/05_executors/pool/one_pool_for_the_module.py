# fails test_all_threads_have_ended_on_return: made once and kept, so its threads never end

from concurrent.futures import ThreadPoolExecutor

pools = {}


def run_in_pool(function, items, workers):
    if workers not in pools:
        pools[workers] = ThreadPoolExecutor(workers)
    return list(pools[workers].map(function, items))
