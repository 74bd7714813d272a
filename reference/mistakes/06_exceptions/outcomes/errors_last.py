# fails test_one_failure_hides_no_other_outcome: first what went well, then what failed


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    failed = [("error", future.exception()) for future in futures if future.exception()]
    return [("ok", future.result()) for future in futures if not future.exception()] + failed
