# fails test_outcomes_are_in_order_though_the_first_call_ends_last: the workers append as they finish
from concurrent.futures import wait


def outcomes(executor, functions):
    report = []

    def attempt(function):
        try:
            report.append(("ok", function()))
        except Exception as error:
            report.append(("error", error))

    wait([executor.submit(attempt, function) for function in functions])
    return report
