# passes: submit them all, then a try around each result()


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    report = []
    for future in futures:
        try:
            result = future.result()
        except Exception as error:
            report.append(("error", error))
        else:
            report.append(("ok", result))
    return report
