# fails test_outcomes_are_in_order_though_the_first_call_ends_last: futures that are not done yet count as failed


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        if future.done() and future.exception() is None:
            report.append(("ok", future.result()))
        else:
            report.append(("error", future.exception()))
    return report
