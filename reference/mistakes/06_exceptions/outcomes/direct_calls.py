# fails test_every_call_is_made_once_by_a_thread_of_the_executor: the caller makes all the calls


def outcomes(executor, functions):
    report = []
    for function in functions:
        try:
            report.append(("ok", function()))
        except Exception as error:
            report.append(("error", error))
    return report
