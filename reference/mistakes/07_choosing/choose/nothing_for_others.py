# fails test_another_kind_is_a_value_error: returns None without a word

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
