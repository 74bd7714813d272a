# fails test_one_failure_hides_no_other_outcome: result() raises, and the rest is lost


def outcomes(executor, functions):
    futures = [executor.submit(function) for function in functions]
    return [("ok", future.result()) for future in futures]
