"""What instrumented code calls at its switch points in the model world (see `grading.instrument` for where).

Each hook finds out whether what is about to happen touches something that threads can share, and if so gives the
machine a point right before it and notes the access. Everything else goes on untouched.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from types import BuiltinMethodType, FunctionType, MemberDescriptorType, MethodType, ModuleType
from typing import Any

from grading.engine import active
from grading.instrument import PASSIVE_HOOKS, SITES

Key = tuple[Any, ...]  # a place: (id of an object, attribute) or (file, [scope,] variable)

CONTAINERS = (list, dict, set, deque, bytearray)
# Methods of the built-in containers that change nothing; every other one counts as a write.
_READING = frozenset(
    [
        "copy",
        "count",
        "difference",
        "get",
        "index",
        "intersection",
        "isdisjoint",
        "issubset",
        "issuperset",
        "items",
        "keys",
        "symmetric_difference",
        "union",
        "values",
        "decode",
        "find",
        "hex",
        "join",
        "split",
        "startswith",
        "endswith",
        "__contains__",
        "__getitem__",
        "__len__",
        "__iter__",
    ]
)
# Built-in functions that look into the containers that they are handed.
_LOOKING: frozenset[object] = frozenset(
    {all, any, dict, enumerate, filter, frozenset, len, list, map, max, min, next, print, repr}
    | {reversed, set, sorted, str, sum, tuple, zip, iter, bytes, deque}
)
_NOT_DATA = (FunctionType, property, classmethod, staticmethod)


class Atomic:
    """A call of a built-in that is one step: the point comes after its arguments, right before the step."""

    __slots__ = ("_call", "_site")

    def __init__(self, call: Callable[..., Any], site: int) -> None:
        self._call = call
        self._site = site

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The point, then the call."""
        owner = getattr(self._call, "__self__", None)
        if isinstance(owner, CONTAINERS):
            _access((id(owner), "[]"), owner, self._site, self._call.__name__ not in _READING)
        for arg in args:
            if isinstance(arg, CONTAINERS):
                _access((id(arg), "[]"), arg, self._site, write=False)
            elif self._call is next:
                _access((id(arg), "next"), arg, self._site, write=True)
        return self._call(*args, **kwargs)


def touch(obj: Any, site: int) -> Any:
    """An attribute or item of `obj` is read or written next."""
    machine = active.machine
    if machine is not None and machine.concurrent:
        place = SITES[site]
        key = _key(obj, place.name)
        if key is not None:
            _access(key, obj, site, place.kind == "write")
    return obj


def name(site: int) -> None:
    """A shared variable is read next."""
    machine = active.machine
    if machine is not None and machine.concurrent:
        _access(_variable(site), None, site, write=False)


def then(value: Any, site: int) -> Any:
    """`value` was evaluated; a shared variable is written (or an item is accessed) next."""
    machine = active.machine
    if machine is not None and machine.concurrent:
        place = SITES[site]
        if place.kind == "write":
            _access(_variable(site), None, site, write=True)
    return value


def method(obj: Any, site: int) -> Any:
    """The method of `obj` that is called next; a data attribute that holds a callable is read first."""
    called = SITES[site].name
    machine = active.machine
    if machine is None or not machine.concurrent:
        return getattr(obj, called)
    if called in _attributes(obj) and type(obj) is not ModuleType:
        _access((id(obj), called), obj, site, write=False)
    return function(getattr(obj, called), site)


def function(called: Any, site: int) -> Any:
    """The callable that is called next: a built-in that works on containers becomes one step."""
    kind = type(called)
    if kind is FunctionType or kind is MethodType:
        return called
    if kind is BuiltinMethodType:
        if isinstance(called.__self__, CONTAINERS) or called in _LOOKING:
            return Atomic(called, site)
    elif kind is type and called in _LOOKING:
        return Atomic(called, site)
    return called


def each(iterable: Any, site: int) -> Any:
    """What a loop goes through: every step of it reads the container, or writes the shared loop variable."""
    if SITES[site].kind == "write":
        return _written(iterable, site)
    return _watched(iterable, site) if isinstance(iterable, CONTAINERS) else iterable


def contents(obj: Any, site: int) -> Any:
    """The contents of `obj` are looked at next, if it is a container."""
    machine = active.machine
    if machine is not None and machine.concurrent and isinstance(obj, CONTAINERS):
        _access((id(obj), "[]"), obj, site, write=False)
    return obj


def loop(site: int) -> None:
    """A round of a loop begins."""
    if active.machine is not None:
        active.machine.turn()


def ident(obj: object, /) -> int:
    """The `id` of the model world: numbers in the order of asking, the same in every replay."""
    return active.identities.setdefault(id(obj), (len(active.identities) + 1, obj))[0]


def _access(key: Key, owner: object, site: int, write: bool) -> None:
    machine = active.machine
    if machine is None or machine.dying or not machine.concurrent:
        return
    machine.point(site)
    thread = machine.current
    if isinstance(key[0], int):
        machine.touch(key[1], write, owner, key[0])
    else:
        machine.touch(key, write)
    machine.races.access(key, owner, thread.id, thread.clock, site, write)
    if machine.recorder is not None and not machine.dying:
        machine.recorder.access(key, owner, site, write)


def _variable(site: int) -> Key:
    place = SITES[site]
    if place.scope == "<module>":
        return (place.filename, place.name)
    return (place.filename, place.scope, place.name)


def _key(obj: Any, attribute: str) -> Key | None:
    """The place that an attribute or item of `obj` is, or None if threads cannot change it under one another."""
    if attribute == "[]":
        return (id(obj), "[]") if isinstance(obj, CONTAINERS) else None
    if type(obj) is ModuleType:
        return (obj.__file__, attribute) if vars(obj).get("__builtins__") is active.USER else None
    owner = _class_that_holds(obj, attribute)
    if owner is None:
        return (id(obj), attribute)
    held = vars(owner)[attribute]
    if isinstance(held, MemberDescriptorType):
        return (id(obj), attribute)
    return None if isinstance(held, _NOT_DATA) else (id(owner), attribute)


def _attributes(obj: Any) -> Mapping[str, Any]:
    """What `obj` holds itself, found without a call of its own `__getattr__`."""
    try:
        found = object.__getattribute__(obj, "__dict__")
    except (AttributeError, TypeError):
        return {}
    return found if isinstance(found, Mapping) else {}


def _class_that_holds(obj: Any, attribute: str) -> type | None:
    classes = obj.__mro__ if isinstance(obj, type) else type(obj).__mro__
    if not isinstance(obj, type) and attribute in _attributes(obj):
        return None
    return next((cls for cls in classes if attribute in vars(cls)), None)


def _watched(container: Any, site: int) -> Iterator[Any]:
    items = iter(container)
    while True:
        _access((id(container), "[]"), container, site, write=False)
        try:
            item = next(items)
        except StopIteration:
            return
        yield item


def _written(iterable: Any, site: int) -> Iterator[Any]:
    for item in iterable:
        _access(_variable(site), None, site, write=True)
        yield item


HOOKS: dict[str, Callable[..., Any]] = PASSIVE_HOOKS | {
    "@touch": touch,
    "@name": name,
    "@then": then,
    "@method": method,
    "@function": function,
    "@each": each,
    "@contents": contents,
    "@loop": loop,
}
