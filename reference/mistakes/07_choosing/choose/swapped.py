# fails test_io_gives_a_thread_pool: processes for what waits, threads for what computes

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ProcessPoolExecutor(workers)
    if kind == "cpu":
        return ThreadPoolExecutor(workers)
    raise ValueError("the kind must be 'io' or 'cpu'")
