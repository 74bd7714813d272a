# fails test_calls_overlap_also_those_that_fail: two calls at a time, even where the executor has more threads
from itertools import islice


def attempt(function):
    try:
        return "ok", function()
    except Exception as error:
        return "error", error


def outcomes(executor, functions):
    functions = iter(functions)
    report = []
    while pair := list(islice(functions, 2)):
        report += executor.map(attempt, pair)
    return report
