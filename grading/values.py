"""Comparing and showing what a solution gave, without trusting it: none of its own methods is called."""

from __future__ import annotations

from typing import Any

_PLAIN = (bool, int, float, complex, str, bytes, type(None))
_LONGEST = 200


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


def is_a(value: object, kind: type) -> bool:
    """Whether its type is `kind` or derived from it, whatever its `__class__` says."""
    return issubclass(type(value), kind)


def shown(value: Any) -> str:
    """A value in a message: built-in values as Python writes them, other objects by their type."""
    text = _text(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _text(value: Any) -> str:
    kind = type(value)
    if kind in (str, bytes):
        return repr(value[:_LONGEST])
    if kind in _PLAIN:
        return repr(value)
    if kind is list:
        return "[" + ", ".join(map(_text, value)) + "]"
    if kind is tuple:
        return "(" + ", ".join(map(_text, value)) + ("," if len(value) == 1 else "") + ")"
    if kind is dict:
        return "{" + ", ".join(f"{_text(k)}: {_text(v)}" for k, v in value.items()) + "}"
    if kind in (set, frozenset):
        return "{" + ", ".join(sorted(map(_text, value))) + "}" if value else f"{kind.__name__}()"
    if isinstance(value, BaseException):
        return f"{kind.__name__}({', '.join(map(_text, value.args))})"
    if isinstance(value, type):
        return value.__name__
    name = getattr(value, "name", None)
    return f"<{kind.__name__} {name}>" if type(name) is str else f"<{kind.__name__} object>"
