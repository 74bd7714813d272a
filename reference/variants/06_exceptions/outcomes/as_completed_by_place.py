# passes: as_completed, each outcome written to the place of its function
from concurrent.futures import as_completed


def outcomes(executor, functions):
    places = {executor.submit(function): place for place, function in enumerate(functions)}
    report = [None] * len(places)
    for future in as_completed(places):
        error = future.exception()
        report[places[future]] = ("ok", future.result()) if error is None else ("error", error)
    return report
