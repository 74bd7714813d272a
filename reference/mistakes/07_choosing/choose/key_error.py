# fails test_another_kind_is_a_value_error: the KeyError of a dict is no ValueError

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    return {"io": ThreadPoolExecutor, "cpu": ProcessPoolExecutor}[kind](workers)
