# fails test_outcomes_are_in_order_though_the_first_call_ends_last: the result or the exception without "ok" or "error"


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    return [future.exception() or future.result() for future in futures]
