# fails test_every_call_is_made_once_by_a_thread_of_the_executor: a call that failed is made again, to see how


def outcomes(executor, functions):
    calls = [(function, executor.submit(function)) for function in functions]
    report = []
    for function, future in calls:
        if future.exception() is None:
            report.append(("ok", future.result()))
        else:
            report.append(("error", executor.submit(function).exception()))
    return report
