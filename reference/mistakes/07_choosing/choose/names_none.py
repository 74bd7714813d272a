# fails test_the_error_names_the_two_kinds: says what is wrong and not what would be right

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
    raise ValueError(f"unknown option for this function: {kind!r}")
