"""Comparing and showing what a solution gave, without trusting it: none of its own methods is called."""

from __future__ import annotations

import inspect
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from functools import partial
from itertools import islice
from types import FunctionType, GetSetDescriptorType, MethodType
from typing import Any

_PLAIN = (bool, int, float, complex, str, bytes, type(None))
_LIKE: dict[type, Callable[[Any], Any]] = {
    deque: list,
    Counter: dict,
    OrderedDict: dict,
    defaultdict: dict,
}
_LONGEST = 200
_ENOUGH = 2_000  # characters of a text that may be hundreds of millions
_DEEPEST = 6  # a list may hold itself
_LARGEST = 10_000  # bits; Python refuses to write much larger numbers


def same(got: Any, expected: Any) -> bool:
    """Whether two values are equal: built-in types exactly and all the way down, other objects by identity.

    A number may be an int where a float is expected and the other way round, but never a bool.
    """
    if got is expected:
        return True
    if type(got) is not type(expected):
        return {type(got), type(expected)} == {int, float} and bool(got == expected)
    if isinstance(expected, _PLAIN):
        return bool(got == expected) if type(expected) in _PLAIN else False
    if type(expected) in (list, tuple):
        return len(got) == len(expected) and all(map(same, got, expected))
    if type(expected) is dict:
        return len(got) == len(expected) and all(
            any(same(key, other) and same(got[key], expected[other]) for other in expected)
            for key in got
        )
    if type(expected) in (set, frozenset):
        return len(got) == len(expected) and all(any(same(a, b) for b in expected) for a in got)
    return False


def shown(value: Any, longest: int = _LONGEST) -> str:
    """A value in a message: built-in values as Python writes them, others by type, functions and threads by name."""
    text = _text(value, longest)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _text(value: Any, longest: int, depth: int = _DEEPEST) -> str:
    """All of the text, or at least its first `longest` characters; of a large container no more is looked at."""
    kind = type(value)
    inner = partial(_text, longest=longest, depth=depth - 1)
    if kind in (str, bytes):
        return repr(value[:_ENOUGH])
    if kind is int and value.bit_length() > _LARGEST:
        return f"<int of {value.bit_length()} bits>"
    if kind in _PLAIN:
        return repr(value)
    if depth == 0:
        return "…"
    if kind is list:
        return "[" + ", ".join(map(inner, islice(value, longest))) + "]"
    if kind is tuple:
        return (
            "("
            + ", ".join(map(inner, islice(value, longest)))
            + ("," if len(value) == 1 else "")
            + ")"
        )
    if kind is dict:
        items = (f"{inner(key)}: {inner(item)}" for key, item in islice(value.items(), longest))
        return "{" + ", ".join(items) + "}"
    if kind in (set, frozenset):
        return "{" + ", ".join(sorted(map(inner, value))) + "}" if value else f"{kind.__name__}()"
    if kind in _LIKE:
        return f"{kind.__name__}({inner(_LIKE[kind](value))})"
    if isinstance(value, BaseException):
        return f"{kind.__name__}({', '.join(map(inner, value.args))})"
    if isinstance(value, type):
        return value.__name__
    sort, name = kind.__name__.lstrip("_"), _name(value)
    return f"<{sort} {name}>" if name and name != sort else f"<{sort}>"


def _name(value: Any) -> str:
    """What a function or method was defined as, or a thread is called; "" for anything else."""
    function = value.__func__ if type(value) is MethodType else value
    if type(function) is FunctionType:
        return function.__name__
    state = inspect.getattr_static(value, "__dict__", None)
    name = state.__get__(value).get("_name") if isinstance(state, GetSetDescriptorType) else None
    return name if type(name) is str else ""
