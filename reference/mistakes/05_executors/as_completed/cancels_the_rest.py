# fails test_failing_call_makes_nothing_hang_and_the_other_is_made: one failure cancels the calls of the others

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = []

    def call(function):
        try:
            return function()
        except Exception:
            for future in list(futures):
                future.cancel()
            raise

    for function in functions:
        futures.append(executor.submit(call, function))
    return (future.result() for future in as_completed(futures))
