# fails test_calls_overlap_also_those_that_fail: each call is waited for before the next is submitted


def outcomes(executor, functions):
    report = []
    for function in functions:
        future = executor.submit(function)
        error = future.exception()
        report.append(("ok", future.result()) if error is None else ("error", error))
    return report
