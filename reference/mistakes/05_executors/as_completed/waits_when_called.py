# fails test_every_call_is_submitted_before_the_first_value_is_asked_for: does not return before the calls have ended

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    return iter([future.result() for future in as_completed(futures)])
