# fails test_one_failure_hides_no_other_outcome: FIRST_EXCEPTION ends the wait before the other calls have ended
from concurrent.futures import FIRST_EXCEPTION, wait


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    done, _ = wait(futures, return_when=FIRST_EXCEPTION)
    report = []
    for future in futures:
        if future in done:
            error = future.exception()
            report.append(("ok", future.result()) if error is None else ("error", error))
    return report
