# fails test_every_call_is_submitted_before_the_first_value_is_asked_for: a function with yield does nothing before it is asked

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    for future in as_completed(futures):
        yield future.result()
