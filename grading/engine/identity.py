"""`id`, `hash` and `repr` of the model world: instead of an address, a number that is the same in every replay."""

from __future__ import annotations

import weakref
from typing import Any

from grading.engine import active
from grading.engine.places import Touches

_PER_THREAD = 1_000_000

_numbers: dict[int, tuple[int, object]] = {}  # address -> (number, the object or a weak reference)
_asked: dict[int, int] = {}  # thread -> how many objects it was the first to ask for


def reset() -> None:
    """Forget the last execution."""
    _numbers.clear()
    _asked.clear()


def ident(obj: object, /) -> int:
    """The `id` of the model world: each thread numbers the objects that it is the first to ask for."""
    known = _numbers.get(id(obj))
    machine = active.machine
    thread = machine.current.id if machine is not None else 0
    first = known is None or known[0] // _PER_THREAD != thread
    if first and machine is not None and machine.concurrent:  # a `hash` has no point of its own
        machine.touch("id", known is None, obj, id(obj))
    if known is None:
        _asked[thread] = count = _asked.get(thread, 0) + 1
        known = _numbers[id(obj)] = thread * _PER_THREAD + count, _kept(obj)
    return known[0]


def asked(obj: object) -> Touches:
    """What `id(obj)` touches: who is the first to ask decides which number it is."""
    return (((id(obj), "id"), obj, id(obj) not in _numbers),)


def made(cls: Any) -> Any:
    """A class of the program's, decorated and all: its default `hash` and `repr` no longer show addresses."""
    if isinstance(cls, type) and not getattr(cls, "_is_protocol", False):
        _replace(cls, "__hash__", object.__hash__, _hash)
        _replace(cls, "__repr__", object.__repr__, _repr)
    return cls


def _replace(cls: type, name: str, default: object, ours: object) -> None:
    """Put `ours` where `default` is inherited, and only there: a base may define it behind one of the program's."""
    found = [vars(base)[name] for base in cls.__mro__ if name in vars(base)]
    meant = next(method for method in found if method is not ours)
    wanted = ours if meant is default else meant
    if found[0] is not wanted:
        type.__setattr__(cls, name, wanted)


def _hash(self: object) -> int:
    return ident(self)


def _repr(self: object) -> str:
    cls = type(self)
    if (
        cls.__repr__ is not _repr
    ):  # an Enum shows its values by the `__repr__` that it finds in a mixin
        return repr(self)
    return f"<{cls.__module__}.{cls.__qualname__} object at {ident(self):#x}>"


def _kept(obj: object) -> object:
    """What makes sure that the number of a dead object is not given to another one at its address."""
    address = id(obj)
    try:
        return weakref.ref(obj, lambda _: _numbers.pop(address, None))
    except TypeError:
        return obj
