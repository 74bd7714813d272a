# passes: executor.map over a helper that catches where the call is made


def attempt(function):
    try:
        return "ok", function()
    except Exception as error:
        return "error", error


def outcomes(executor, functions):
    return list(executor.map(attempt, functions))
