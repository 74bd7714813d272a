# fails test_outcomes_are_in_order_though_the_first_call_ends_last: lists in place of pairs


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        error = future.exception()
        report.append(["ok", future.result()] if error is None else ["error", error])
    return report
