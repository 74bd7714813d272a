# fails test_first_result_is_returned_at_once_while_other_calls_still_run: asks the futures in the order of the functions


def first_success(executor, functions):
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in futures:
        try:
            result = future.result()
        except Exception as error:
            failure = error
        else:
            for other in futures:
                other.cancel()
            return result
    raise failure
