# passes: waits for the whole set, then a match statement for each future
from concurrent.futures import wait


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    wait(futures)
    report = []
    for future in futures:
        match future.exception():
            case None:
                report.append(("ok", future.result()))
            case error:
                report.append(("error", error))
    return report
