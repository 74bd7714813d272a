# passes: result() in a try, the last error kept, the rest cancelled in a finally

from concurrent.futures import as_completed


def first_success(executor, functions):
    failure = ValueError("no function to call")
    futures = [executor.submit(function) for function in functions]
    try:
        for future in as_completed(futures):
            try:
                return future.result()
            except Exception as error:
                failure = error
    finally:
        for future in futures:
            future.cancel()
    raise failure
