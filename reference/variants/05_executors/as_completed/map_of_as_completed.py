# passes: the built-in map over as_completed

from concurrent.futures import Future, as_completed


def in_finish_order(executor, functions):
    return map(Future.result, as_completed({executor.submit(function) for function in functions}))
