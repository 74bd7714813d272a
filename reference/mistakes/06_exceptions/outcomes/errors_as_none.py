# fails test_one_failure_hides_no_other_outcome: an error without its exception


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        try:
            report.append(("ok", future.result()))
        except Exception:
            report.append(("error", None))
    return report
