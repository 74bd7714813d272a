# fails test_one_failure_hides_no_other_outcome: after an error, calls that have not begun are cancelled


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    report = []
    for future in futures:
        if future.cancelled():
            report.append(("error", None))
        elif future.exception() is None:
            report.append(("ok", future.result()))
        else:
            report.append(("error", future.exception()))
            for other in futures:
                other.cancel()
    return report
