# fails test_functions_may_come_from_a_generator_be_equal_and_unhashable: a function need not be good as a key


def outcomes(executor, functions):
    futures = {function: executor.submit(function) for function in functions}
    report = []
    for future in futures.values():
        error = future.exception()
        report.append(("ok", future.result()) if error is None else ("error", error))
    return report
