"""What instrumented code calls at its switch points in the model world (see `grading.instrument` for where).

Each hook finds out whether what is about to happen touches something that threads can share, and if so gives the
machine a point right before it and notes the access. Everything else goes on untouched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from types import FunctionType, GeneratorType, MethodType
from typing import Any
from weakref import ref

from grading.engine import active, calls
from grading.engine.accesses import again, called, look, step
from grading.engine.identity import ident as ident
from grading.engine.identity import made
from grading.engine.natures import CONTAINERS, attributes, is_own_class
from grading.engine.places import (
    ATOMS,
    CONTENTS,
    POSITION,
    Touches,
    attribute,
    attribute_called,
    deleted,
    variable,
    whole,
)
from grading.engine.places import (
    contents as contents_of,
)
from grading.instrument import DELETED, OPERATORS, PASSIVE_HOOKS, SITES

_NUMBERS = frozenset([int, float, complex, bool])


def touch(obj: Any, site: int) -> Any:
    """An attribute or item of `obj` is read or written next."""
    machine = active.machine
    if machine is not None and machine.concurrent:
        place = SITES[site]
        write = place.kind == "write"
        if place.name == CONTENTS:
            touches = _items_of(obj, site, write)
            if touches:
                look(machine, site, touches)
            return obj
        touches = (
            deleted(obj, place.name)
            if place.scope == DELETED
            else attribute(obj, place.name, write)
        )
        if touches:
            step(machine, site, touches)
    return obj


def name(site: int) -> None:
    """A shared variable is read next."""
    machine = active.machine
    if machine is not None and machine.concurrent:
        step(machine, site, variable(site))


def then(value: Any, site: int) -> Any:
    """`value` was evaluated; a shared variable is written (or an item is accessed) next."""
    machine = active.machine
    if machine is not None and machine.concurrent and SITES[site].kind == "write":
        step(machine, site, variable(site))
    return value


def method(obj: Any, site: int) -> Any:
    """The method of `obj` that is called next; a data attribute that holds a callable is read first."""
    wanted = SITES[site].name
    machine = active.machine
    if machine is None or not machine.concurrent:
        return getattr(obj, wanted)
    if wanted in attributes(obj):
        touches = attribute_called(obj, wanted)
        if touches:
            step(machine, site, touches)
    return function(getattr(obj, wanted), site)


def function(callee: Any, site: int) -> Any:
    """The callable that is called next: what has no points inside becomes one step."""
    return calls.in_steps(callee, site)


def each(iterable: Any, site: int) -> Any:
    """What a loop goes through: every step of it reads the container, or writes the shared loop variable."""
    if SITES[site].kind == "write":
        return _written(iterable, site)
    if type(iterable) in ATOMS or type(iterable) is tuple or active.machine is None:
        return iterable
    items = iter(iterable)
    if isinstance(iterable, CONTAINERS):
        return _watched(items, contents_of(iterable, deep=False), site)
    if _is_fresh(items) and (items is not iterable or SITES[site].name.endswith("()")):
        return items
    own = (id(items), POSITION) if items is not iterable else None
    touches = [touch for touch in contents_of(items, deep=False) if touch[0] != own]
    return _watched(items, touches, site) if touches else items


def delegated(iterable: Any, site: int) -> Any:
    """What a generator yields from; another generator goes on by itself."""
    return iterable if hasattr(iterable, "send") else each(iterable, site)


def unpacked(iterable: Any, site: int) -> Any:
    """What a loop goes through; the contents of every item are looked at."""
    return iterable if active.machine is None else (contents(item, site) for item in iterable)


def contents(obj: Any, site: int) -> Any:
    """The contents of `obj` are looked at next, if it has any."""
    if type(obj) is not tuple:
        _look(obj, site, partial(contents_of, deep=False))
    return obj


def reached(obj: Any, site: int) -> Any:
    """The contents of `obj` are looked at next, all the way down."""
    _look(obj, site, contents_of)
    return obj


def matched(obj: Any, site: int) -> Any:
    """A pattern looks at attributes and contents of `obj` next."""
    _look(obj, site, whole)
    return obj


def loop(site: int) -> None:
    """A round of a loop begins."""
    machine = active.machine
    if machine is not None:
        machine.turn()
        thread = machine.current
        if thread.inside:
            again(machine, thread)


def own(generator: Any) -> Any:
    """A generator that only the call knows whose argument it is."""
    active.own_generator = ref(generator)
    return generator


def unseen(value: Any, site: int) -> Any:
    """What follows has no switch points, whatever it does."""
    active.unseen(SITES[site].name)
    return value


def op(symbol: str, left: Any, right: Any, site: int) -> Any:
    """An operator looks at the contents of both operands, an in-place one may change those of `left`."""
    if type(left) not in _NUMBERS:
        machine = active.machine
        if machine is not None and machine.concurrent:
            write = SITES[site].kind == "write"
            touches = [*contents_of(left, write, deep=False), *contents_of(right)]
            if touches:
                step(machine, site, touches)
    return OPERATORS[symbol](left, right)


def _look(obj: Any, site: int, touches_of: Callable[[Any], Touches]) -> None:
    machine = active.machine
    if machine is not None and machine.concurrent and type(obj) not in ATOMS:
        touches = touches_of(obj)
        if touches:
            look(machine, site, touches)


def _items_of(obj: Any, site: int, write: bool) -> Touches:
    """What reading or writing an item of `obj` touches; a defaultdict stores what it had not."""
    if isinstance(obj, defaultdict) and obj.default_factory is not None:
        write = True
        factory = obj.default_factory
        if type(factory) in (FunctionType, MethodType) or (
            isinstance(factory, type) and is_own_class(factory)
        ):
            obj.default_factory = _Factory(obj, factory, site)
    return contents_of(obj, write, deep=False)


class _Factory:
    """A `default_factory` of the program's: while it runs, the defaultdict can change."""

    def __init__(self, owner: defaultdict[Any, Any], factory: Any, site: int) -> None:
        self._owner = owner
        self._factory = factory
        self._site = site

    def __call__(self) -> Any:
        machine = active.machine
        if machine is not None and machine.concurrent:
            step(machine, self._site, contents_of(self._owner, write=True, deep=False))
        return self._factory()

    def __repr__(self) -> str:
        return repr(self._factory)


def _is_fresh(items: Any) -> bool:
    """Whether it is a generator that nobody has begun to go through."""
    if type(items) is not GeneratorType or items.gi_frame is None:
        return False
    return not items.gi_running and not items.gi_suspended


def _watched(items: Iterator[Any], touches: Touches, site: int) -> Iterator[Any]:
    calls_back = any(key[-1] == POSITION for key, _, _ in touches)
    while True:
        machine = active.machine
        try:
            if machine is None or not machine.concurrent:
                item = next(items)
            elif calls_back:
                item = called(machine, site, touches, next, (items,), {})
            else:
                step(machine, site, touches)
                item = next(items)
        except StopIteration:
            return
        yield item


def _written(iterable: Any, site: int) -> Iterator[Any]:
    for item in iterable:
        machine = active.machine
        if machine is not None and machine.concurrent:
            step(machine, site, variable(site))
        yield item


HOOKS: dict[str, Callable[..., Any]] = PASSIVE_HOOKS | {
    "@touch": touch,
    "@name": name,
    "@then": then,
    "@method": method,
    "@function": function,
    "@each": each,
    "@contents": contents,
    "@reached": reached,
    "@own": own,
    "@delegated": delegated,
    "@unpacked": unpacked,
    "@matched": matched,
    "@loop": loop,
    "@unseen": unseen,
    "@op": op,
    "@made": made,
}
