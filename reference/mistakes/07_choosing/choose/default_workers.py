# fails test_io_has_as_many_threads_as_there_are_workers: as many threads as the pool likes

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor()
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
    raise ValueError("the kind must be 'io' or 'cpu'")
