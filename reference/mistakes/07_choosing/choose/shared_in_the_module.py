# fails test_an_executor_works_after_another_was_shut_down: one pool for all, which the first `with` shuts down

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

executors = {}


def executor_for(kind, workers):
    if kind == "io":
        return executors.setdefault(("io", workers), ThreadPoolExecutor(workers))
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
    raise ValueError("the kind must be 'io' or 'cpu'")
