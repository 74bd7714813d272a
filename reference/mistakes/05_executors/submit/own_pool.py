# fails test_every_call_runs_in_a_thread_of_the_executor: makes a pool of its own beside the executor

from concurrent.futures import ThreadPoolExecutor


def total(executor, function, items):
    with ThreadPoolExecutor() as pool:
        return sum(pool.map(function, items))
