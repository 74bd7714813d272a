# fails test_the_executor_stays_open_after_a_failure_and_nothing_is_remembered: an error closes the executor


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        try:
            report.append(("ok", future.result()))
        except Exception as error:
            executor.shutdown()
            report.append(("error", error))
    return report
