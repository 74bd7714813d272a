# fails test_every_call_runs_in_a_new_thread_pool_executor: the brackets make the call here, and the pool is given its result

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        return [pool.submit(lambda result=function(item): result).result() for item in items]
