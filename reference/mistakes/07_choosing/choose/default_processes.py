# fails test_cpu_has_as_many_processes_as_there_are_workers: as many processes as there are processors

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor()
    raise ValueError("the kind must be 'io' or 'cpu'")
