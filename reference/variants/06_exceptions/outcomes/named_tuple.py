# passes: named tuples, made by the workers in a partial, each with its number, sorted in the end
from functools import partial
from typing import Any, NamedTuple


class Outcome(NamedTuple):
    kind: str
    value: Any


def attempt(number, function):
    try:
        return number, Outcome("ok", function())
    except Exception as error:
        return number, Outcome("error", error)


def outcomes(executor, functions):
    futures = {executor.submit(partial(attempt, *pair)) for pair in enumerate(functions)}
    numbered = sorted((future.result() for future in futures), key=lambda pair: pair[0])
    return [outcome for _, outcome in numbered]
