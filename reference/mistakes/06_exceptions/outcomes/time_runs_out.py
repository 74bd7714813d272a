# fails test_a_slow_call_is_waited_for_and_no_functions_give_an_empty_list: a slow call counts as failed


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        try:
            report.append(("ok", future.result(timeout=60)))
        except Exception as error:
            report.append(("error", error))
    return report
