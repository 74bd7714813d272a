# fails test_first_result_is_returned_at_once_while_other_calls_still_run: looks whether one is done, naps and looks again

import time


def first_success(executor, functions):
    pending = [executor.submit(function) for function in functions]
    failure = ValueError("there are no functions")
    while pending:
        for future in list(pending):
            if future.done():
                pending.remove(future)
                if future.exception() is None:
                    for other in pending:
                        other.cancel()
                    return future.result()
                failure = future.exception()
        if pending:
            time.sleep(60)
    raise failure
