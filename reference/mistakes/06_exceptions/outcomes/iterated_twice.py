# fails test_functions_may_come_from_a_generator_be_equal_and_unhashable: the second loop over a generator is empty


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    report = []
    for _, future in zip(functions, futures):
        error = future.exception()
        report.append(("ok", future.result()) if error is None else ("error", error))
    return report
