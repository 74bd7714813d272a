# fails test_cpu_gives_a_process_pool: threads take turns at computing

from concurrent.futures import ThreadPoolExecutor


def executor_for(kind, workers):
    if kind not in ("io", "cpu"):
        raise ValueError("the kind must be 'io' or 'cpu'")
    return ThreadPoolExecutor(workers)
