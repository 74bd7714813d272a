# fails test_any_result_is_ok_also_none_or_an_exception: an exception that is a result is taken for a failure


def attempt(function):
    try:
        return function()
    except Exception as error:
        return error


def outcomes(executor, functions):
    results = executor.map(attempt, functions)
    return [("error" if isinstance(r, Exception) else "ok", r) for r in results]
