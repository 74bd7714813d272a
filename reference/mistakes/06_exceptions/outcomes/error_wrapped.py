# fails test_the_very_exception_is_reported_whatever_its_type: the exception is wrapped in another


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        try:
            report.append(("ok", future.result()))
        except Exception as error:
            report.append(("error", RuntimeError(f"call failed: {error}")))
    return report
