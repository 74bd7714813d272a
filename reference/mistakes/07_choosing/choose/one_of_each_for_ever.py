# fails test_each_call_gives_a_new_executor: a cache gives everybody the same executor

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import lru_cache


@lru_cache
def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
    raise ValueError("the kind must be 'io' or 'cpu'")
