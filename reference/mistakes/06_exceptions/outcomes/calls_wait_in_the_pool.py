# fails test_one_failure_hides_no_other_outcome: a call that waits for another in the same pool takes its only thread


def outcomes(executor, functions):
    def attempt(function):
        try:
            return "ok", executor.submit(function).result()
        except Exception as error:
            return "error", error

    return list(executor.map(attempt, functions))
