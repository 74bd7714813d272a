# fails test_any_value_may_come_and_the_same_function_twice: yields the futures

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    return as_completed([executor.submit(function) for function in functions])
