# fails test_any_value_may_come_and_the_same_function_twice: one of two equal keys is lost

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = {function: executor.submit(function) for function in functions}
    return (future.result() for future in as_completed(futures.values()))
