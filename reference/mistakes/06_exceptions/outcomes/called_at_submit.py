# fails test_every_call_is_made_once_by_a_thread_of_the_executor: the brackets make the call before submit does


def outcomes(executor, functions):
    report = []
    for function in functions:
        try:
            report.append(("ok", executor.submit(lambda result: result, function()).result()))
        except Exception as error:
            report.append(("error", error))
    return report
