# passes: wait for the first to be completed, give all that are done, wait again

from concurrent.futures import FIRST_COMPLETED, wait


def _results(pending):
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def in_finish_order(executor, functions):
    return _results([executor.submit(function) for function in functions])
