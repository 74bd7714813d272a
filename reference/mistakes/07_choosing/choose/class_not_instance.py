# fails test_io_gives_a_thread_pool: gives the class in place of an executor

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    kinds = {"io": ThreadPoolExecutor, "cpu": ProcessPoolExecutor}
    if kind not in kinds:
        raise ValueError("the kind must be 'io' or 'cpu'")
    return kinds[kind]
