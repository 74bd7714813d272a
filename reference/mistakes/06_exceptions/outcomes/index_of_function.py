# fails test_functions_may_come_from_a_generator_be_equal_and_unhashable: index finds the first of equal functions only
from concurrent.futures import as_completed


def outcomes(executor, functions):
    functions = list(functions)
    report = [None] * len(functions)
    futures = {executor.submit(function): function for function in functions}
    for future in as_completed(futures):
        error = future.exception()
        place = functions.index(futures[future])
        report[place] = ("ok", future.result()) if error is None else ("error", error)
    return report
