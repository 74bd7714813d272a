# fails test_one_failure_hides_no_other_outcome: what comes after an error is not reported


def outcomes(executor, functions):
    report = []
    futures = [executor.submit(function) for function in functions]
    try:
        for future in futures:
            report.append(("ok", future.result()))
    except Exception as error:
        report.append(("error", error))
    return report
