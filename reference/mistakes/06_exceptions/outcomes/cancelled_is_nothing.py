# fails test_the_very_exception_is_reported_whatever_its_type: a CancelledError of the call is no cancelled future
from concurrent.futures import CancelledError


def outcomes(executor, functions):
    report = []
    for future in [executor.submit(function) for function in functions]:
        try:
            report.append(("ok", future.result()))
        except CancelledError:
            continue
        except Exception as error:
            report.append(("error", error))
    return report
