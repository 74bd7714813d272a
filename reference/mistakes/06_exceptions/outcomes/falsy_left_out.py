# fails test_any_result_is_ok_also_none_or_an_exception: results such as 0 and "" are left out


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        error = future.exception()
        if error is not None:
            report.append(("error", error))
        elif future.result():
            report.append(("ok", future.result()))
    return report
