# fails test_outcomes_are_in_order_though_the_first_call_ends_last: the first outcome is that of the first call to end
from concurrent.futures import as_completed


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    report = []
    for future in as_completed(futures):
        error = future.exception()
        report.append(("ok", future.result()) if error is None else ("error", error))
    return report
