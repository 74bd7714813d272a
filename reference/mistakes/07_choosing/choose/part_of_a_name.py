# fails test_another_kind_is_a_value_error: `in` finds pieces of a string, the empty one too

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind is not None and kind in "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
    raise ValueError("the kind must be 'io' or 'cpu'")
