# fails test_another_kind_is_a_value_error: whatever is not "io" is taken for "cpu"

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    return ThreadPoolExecutor(workers) if kind == "io" else ProcessPoolExecutor(workers)
