# fails test_any_result_is_ok_also_none_or_an_exception: a result of None is taken for a failure


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    report = []
    for future in futures:
        result = None if future.exception() else future.result()
        report.append(("error", future.exception()) if result is None else ("ok", result))
    return report
