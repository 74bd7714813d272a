# passes: wait for the first to be completed, and again while all have failed

from concurrent.futures import FIRST_COMPLETED, wait


def first_success(executor, functions):
    pending = {executor.submit(function) for function in functions}
    if not pending:
        raise ValueError("first_success needs at least one function")
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            error = future.exception()
            if not error:
                for other in pending:
                    other.cancel()
                return future.result()
    raise error
