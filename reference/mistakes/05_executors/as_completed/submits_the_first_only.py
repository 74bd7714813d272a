# fails test_every_call_is_submitted_before_the_first_value_is_asked_for: each result is awaited before the next call is submitted

from itertools import chain


def in_finish_order(executor, functions):
    functions = list(functions)
    if not functions:
        return iter(())
    first = executor.submit(functions[0])
    rest = (executor.submit(function) for function in functions[1:])
    return (future.result() for future in chain([first], rest))
