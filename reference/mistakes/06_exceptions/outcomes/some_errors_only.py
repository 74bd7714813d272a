# fails test_the_very_exception_is_reported_whatever_its_type: only errors that were thought of are caught


def attempt(function):
    try:
        return "ok", function()
    except (ArithmeticError, LookupError, OSError, TypeError, ValueError) as error:
        return "error", error


def outcomes(executor, functions):
    return list(executor.map(attempt, functions))
