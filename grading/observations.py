"""What a child has observed of one test, beside its verdict: checked, since nothing that a child says is trusted.

The document of a picture (see `grading.plugin.picture`) is rebuilt from what is expected of it. What is in it then can
be walked through: each index is that of something, each way leads to an end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

SCHEMA = "threadlings/picture/v1"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out in `count` schedules, of which `token` is one; `how` it went there, a line for each access.

    The `kind` is `value` (of what was asked), `earlier` (of something `called` before, so what was asked was not
    reached), `error` (`value` is its type), `deadlock`, `left running`, `no end` or `nothing` (there is nothing to
    see). `right` says that the test passed.
    """

    kind: str
    called: str
    value: str
    right: bool
    count: int
    token: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What can come out of a test, the most frequent first; `complete` if that is all.

    `asked` is what was called that the values are of; `left_out` says how many outcomes there was no room for.
    """

    asked: str
    found: tuple[Outcome, ...]
    left_out: int
    executed: int
    complete: bool


def outcomes(document: object, readable: Callable[[str], str]) -> Outcomes:
    """The outcomes, every text made `readable`. ValueError or TypeError where they are not what they should be."""
    content = _dict(document)
    text = partial(_text, readable)
    return Outcomes(
        text(content.get("asked")),
        tuple(_list(partial(_outcome, text), content.get("found"))),
        _number(content.get("left_out")),
        _number(content.get("executed")),
        _bool(content.get("complete")),
    )


def _outcome(text: Callable[[object], str], outcome: object) -> Outcome:
    content = _dict(outcome)
    return Outcome(
        **{key: text(content.get(key)) for key in ("kind", "called", "value", "token")},
        right=_bool(content.get("right")),
        count=_number(content.get("count")),
        how=tuple(_list(text, content.get("how"))),
    )


def picture(document: object, readable: Callable[[str], str]) -> dict[str, Any]:
    """The document, every text made `readable`. ValueError where it is not what it should be."""
    content = _dict(document)
    text = partial(_text, readable)
    texts = partial(_list, text)
    if content.get("schema") != SCHEMA or content.get("status") not in ("passed", "failed"):
        raise ValueError("no picture of this schema")
    checked: dict[str, Any] = {
        "schema": SCHEMA,
        **{key: text(content.get(key)) for key in ("title", "test", "status", "claim", "why")},
        **{key: text(content.get(key)) for key in ("search", "token")},
        "files": {text(k): text(v) for k, v in _dict(content.get("files")).items()},
        **{key: texts(content.get(key)) for key in ("threads", "locks")},
        "executed": _number(content.get("executed")),
        "all": _bool(content.get("all")),
    }
    threads = len(checked["threads"])
    checked["steps"] = _list(partial(_step, text, threads), content.get("steps"))
    counts = threads, len(checked["steps"]), len(_list(_dict, content.get("nodes")))
    checked["nodes"] = _list(partial(_node, text, counts), content.get("nodes"))
    checked["path"] = texts(content.get("path"))
    _walk(checked["nodes"], checked["path"])
    return checked


def _step(text: Callable[[object], str], threads: int, step: object) -> dict[str, Any]:
    content = _dict(step)
    sets = content.get("sets")
    return {
        "t": _index(content.get("t"), threads),
        "f": text(content.get("f")),
        "l": _number(content.get("l")),
        "note": text(content.get("note")),
        "sets": None if sets is None else _pair(text, sets),
        "held": _list(text, content.get("held")),
        "waits": _bool(content.get("waits")),
        "blockedBy": text(content.get("blockedBy")),
    }


def _node(
    text: Callable[[object], str], counts: tuple[int, int, int], node: object
) -> dict[str, Any]:
    content = _dict(node)
    threads, steps, nodes = counts
    told = _list(partial(_index, count=steps), content.get("steps"))
    choices = {
        str(_index(int(thread), threads)): None if following is None else _index(following, nodes)
        for thread, following in _dict(content.get("choices")).items()
    }
    end, default = content.get("end"), content.get("default")
    if bool(choices) == (end is not None) or (choices and default not in choices):
        raise ValueError("a node has choices, one of them the default, or an end")
    return {
        "steps": told,
        "conflict": _list(partial(_index, count=len(told)), content.get("conflict")),
        "choices": choices,
        "default": default,
        "end": None if end is None else _end(text, end),
    }


def _end(text: Callable[[object], str], end: object) -> dict[str, Any]:
    content = _dict(end)
    return {
        "failed": _bool(content.get("failed")),
        "message": text(content.get("message")),
        "ending": _list(text, content.get("ending")),
    }


def _walk(nodes: Sequence[Mapping[str, Any]], path: Sequence[str]) -> None:
    """Go along the path, from the root to an end."""
    if not nodes:
        raise ValueError("no root")
    node = nodes[0]
    for thread in path:
        following = node["choices"].get(thread)
        if following is None:
            raise ValueError("the path leads nowhere")
        node = nodes[following]
    if node["end"] is None:
        raise ValueError("the path has no end")


def _dict(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


def _list(check: Callable[[object], _T], value: object) -> list[_T]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return [check(item) for item in value]


def _pair(text: Callable[[object], str], value: object) -> list[str]:
    pair = _list(text, value)
    if len(pair) != 2:
        raise ValueError("no pair")
    return pair


def _text(readable: Callable[[str], str], value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return readable(value)


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no number")
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _index(value: object, count: int) -> int:
    number = _number(value)
    if number >= count:
        raise ValueError("an index of nothing")
    return number
