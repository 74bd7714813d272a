# passes: a helper gives the outcomes as they come, next() takes the first good one

from concurrent.futures import as_completed
from contextlib import ExitStack


def outcomes(futures, failures):
    for future in as_completed(futures):
        if (error := future.exception()) is None:
            yield future
        else:
            failures.append(error)


def first_success(executor, functions):
    failures = []
    with ExitStack() as stack:
        futures = []
        for function in functions:
            future = executor.submit(function)
            stack.callback(future.cancel)
            futures.append(future)
        winner = next(outcomes(futures, failures), None)
    if winner is not None:
        return winner.result()
    if not failures:
        raise ValueError("there are no functions")
    raise failures[-1]
