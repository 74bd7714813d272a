# fails test_outcomes_are_in_order_though_the_first_call_ends_last: a generator is no list


def outcomes(executor, functions):
    for future in [executor.submit(function) for function in functions]:
        error = future.exception()
        yield ("ok", future.result()) if error is None else ("error", error)
