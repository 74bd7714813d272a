# fails test_the_executor_stays_open_after_a_failure_and_nothing_is_remembered: one list for all calls of outcomes


def outcomes(executor, functions, report=[]):
    for future in [executor.submit(function) for function in functions]:
        error = future.exception()
        report.append(("ok", future.result()) if error is None else ("error", error))
    return list(report)
