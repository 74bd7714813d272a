# fails test_one_failure_hides_no_other_outcome: each lambda looks the function up when it runs


def outcomes(executor, functions):
    futures = []
    for function in functions:
        futures.append(executor.submit(lambda: function()))
    report = []
    for future in futures:
        try:
            report.append(("ok", future.result()))
        except Exception as error:
            report.append(("error", error))
    return report
