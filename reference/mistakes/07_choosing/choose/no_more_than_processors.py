# fails test_cpu_has_as_many_processes_as_there_are_workers: knows better than the caller how many are good

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor(min(workers, os.cpu_count()))
    raise ValueError("the kind must be 'io' or 'cpu'")
