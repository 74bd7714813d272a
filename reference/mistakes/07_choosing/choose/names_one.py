# fails test_the_error_names_the_two_kinds: names only one of the two

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind != "cpu":
        raise ValueError("if it is not io, the kind is wrong")
    return ProcessPoolExecutor(workers)
