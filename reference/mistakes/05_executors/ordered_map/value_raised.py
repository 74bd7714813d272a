# fails test_any_item_and_any_result_is_kept: a result that is an exception is taken for a failure


def labels(executor, function, items):
    def attempt(item):
        try:
            return function(item)
        except Exception as error:
            return error

    results = list(executor.map(attempt, items))
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
