"""The names that rewritten code calls, and what they do where nobody listens.

Each is a name that no source text can contain, looked up among the builtins: whoever executes
rewritten code gives its namespace a `__builtins__` dict with these names in it.
"""

import operator
from collections.abc import Callable
from typing import Any

from grading.instrument.sites import SITES

IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "+=": operator.iadd,
    "-=": operator.isub,
    "*=": operator.imul,
    "@=": operator.imatmul,
    "/=": operator.itruediv,
    "//=": operator.ifloordiv,
    "%=": operator.imod,
    "**=": operator.ipow,
    "<<=": operator.ilshift,
    ">>=": operator.irshift,
    "|=": operator.ior,
    "^=": operator.ixor,
    "&=": operator.iand,
}


def touch(owner: Any, site: int) -> Any:
    """Right before an attribute or item of `owner` is read, written or deleted; returns `owner`."""
    return owner


def name(site: int) -> None:
    """Right before a shared variable is read."""


def then(value: Any, site: int) -> Any:
    """`value` is there, and what happens next is the operation of the site; returns `value`."""
    return value


def method(owner: Any, site: int) -> Any:
    """The method of `owner` that the site names, about to be called."""
    return getattr(owner, SITES[site].name)


def function(callee: Any, site: int) -> Any:
    """Right before the arguments of a call are evaluated; returns what to call."""
    return callee


def each(iterable: Any, site: int) -> Any:
    """What a loop runs over: the site is a read of it, or the write of a shared loop variable."""
    return iterable


def contents(value: Any, site: int) -> Any:
    """Right before the contents of `value` count: compared, tested, unpacked, formatted."""
    return value


def loop(site: int) -> None:
    """The start of a round of a loop."""


def iop(symbol: str, left: Any, right: Any) -> Any:
    """The in-place operation of an augmented assignment; no switch point."""
    return IN_PLACE[symbol](left, right)


PASSIVE_HOOKS: dict[str, Callable[..., Any]] = {
    f"@{hook.__name__}": hook
    for hook in (touch, name, then, method, function, each, contents, loop, iop)
}
HOOK_NAMES: tuple[str, ...] = tuple(PASSIVE_HOOKS)
