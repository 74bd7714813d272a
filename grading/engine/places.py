"""Which places an operation touches: attributes, contents, positions that threads can change under one another."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from functools import cache, lru_cache
from io import TextIOWrapper
from types import (
    BuiltinMethodType,
    FunctionType,
    GeneratorType,
    GetSetDescriptorType,
    MemberDescriptorType,
    ModuleType,
)
from typing import Any
from weakref import ProxyTypes, WeakKeyDictionary

from grading import faces
from grading.engine import active
from grading.engine.natures import CONTAINERS, Nature, attributes, is_own_code, nature
from grading.instrument import IMPORTED, SITES


class Position:
    """How far a generator is."""


Key = tuple[Any, ...]  # a place: (id of an object, attribute) or (file, [scope,] variable)
Touch = tuple[Key, object, bool]  # a place, the object that it belongs to, whether it is changed
Touches = tuple[Touch, ...] | list[Touch]

CONTENTS = "[]"
POSITION = "next"
NAMES = "{}"
# Methods of the built-in containers that change nothing; every other one counts as a write.
READING = frozenset(
    [
        *("copy", "count", "difference", "get", "index", "intersection", "isdisjoint"),
        *("issubset", "issuperset", "items", "keys", "symmetric_difference", "union", "values"),
        *("decode", "find", "hex", "join", "split", "startswith", "endswith", "most_common"),
        *("elements", "total", "getvalue", "tell", "__contains__", "__getitem__", "__len__"),
        *("__iter__", "__reversed__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__"),
        *("__ge__", "__repr__", "__str__", "__format__", "__add__", "__mul__", "__rmul__"),
        *("__or__", "__and__", "__sub__", "__xor__", "__copy__", "__sizeof__"),
    ]
)
ATOMS: frozenset[type] = frozenset(
    [
        int,
        str,
        float,
        bool,
        type(None),
        bytes,
        complex,
        range,
        FunctionType,
        type,
        ModuleType,
        faces.Face,
    ]
)
_NOT_DATA = (FunctionType, property, classmethod, staticmethod)
_SLOTS = (MemberDescriptorType, GetSetDescriptorType)

_positions: WeakKeyDictionary[Any, Position] = WeakKeyDictionary()  # of generators
_exposed: dict[int, object] = {}  # id of the dict that holds an object's attributes -> the object


def reset() -> None:
    """Forget the last execution."""
    if _positions:
        _positions.clear()
    _exposed.clear()


@cache
def variable(site: int) -> Touches:
    """The shared variable that a site names."""
    place = SITES[site]
    if place.scope == "<module>":
        key: Key = (place.filename, place.name)
    else:
        key = (place.filename, place.scope, place.name)
    return ((key, None, place.kind == "write"),)


def attribute(obj: Any, name: str, write: bool) -> Touches:
    """An attribute of an object, class or module; where it is found in a class, also those looked at on the way."""
    if name == "__dict__":
        expose(obj)
        return ()
    kind = type(obj)
    if write and name[:2] == "__" == name[-2:]:
        active.unseen(f"the change of {name}")
    if isinstance(obj, ModuleType):
        return _module_attribute(faces.behind(obj), name, write)
    if kind is super:
        return attribute(obj.__self__, name, write)
    if kind in ProxyTypes:
        active.unseen("weakref.proxy")
    is_class = isinstance(obj, type)
    own = (id(obj), name), obj, write
    looked_at = []
    for cls in obj.__mro__ if is_class else kind.__mro__:
        looked_at.append(cls)
        if name in cls.__dict__:
            held = cls.__dict__[name]
            break
    else:
        return (own, _names_of(obj, True)) if write and name not in attributes(obj) else (own,)
    if not (write or is_class) and name in attributes(obj) and not hasattr(type(held), "__set__"):
        return (own,)  # it goes before what the class has
    if _has_code_of_its_own(held, write) or (not write and _is_method(held, obj, name)):
        return ()
    if isinstance(held, _SLOTS) or (not is_class and name in attributes(obj)):
        return (own,)
    if write:
        if is_class and isinstance(held, _NOT_DATA):
            active.unseen("a method that is replaced")
        return own, _names_of(obj, True)
    classes = [((id(cls), name), cls, False) for cls in looked_at]
    return classes if is_class else [own, *classes]


def deleted(obj: Any, name: str) -> Touches:
    """An attribute that is deleted: the object has one name less."""
    touches = attribute(obj, name, write=True)
    return [*touches, _names_of(obj, True)] if touches else ()


def attribute_called(obj: Any, name: str) -> Touches:
    """An attribute that an object has of its own, and that is called; functions of modules are seldom replaced."""
    if not isinstance(obj, ModuleType):
        return (((id(obj), name), obj, False),)
    own = vars(obj).get("__builtins__") is active.USER
    return () if own else _of_library(obj, name, write=False)


def contents(value: Any, write: bool = False, deep: bool = True) -> Touches:
    """What an operation that looks into `value` (or changes it) touches; if `deep`, it looks into items as well."""
    kind = type(value)
    if kind in ATOMS:
        return ()
    if kind is list and not deep:
        return (((id(value), CONTENTS), value, write),)
    touches: dict[Key, Touch] = {}
    _look_behind(value, write, deep, touches)
    return list(touches.values())


def whole(obj: Any) -> Touches:
    """All that can be reached from an object: the attributes of the program's objects, the contents of all others."""
    touches: list[Touch] = []
    met = set()
    todo = [obj]
    while todo:
        item = todo.pop()
        if type(item) in ATOMS or id(item) in met:
            continue
        met.add(id(item))
        what = nature(type(item))
        if what is Nature.OWN:
            touches.append(_names_of(item, False))
            for name in _known_names(item):
                touches += attribute(item, name, False)
            todo += attributes(item).values()
        else:
            touches += contents(item, deep=False)
            todo += (
                item if type(item) is tuple else _items(item) if what is Nature.CONTAINER else ()
            )
    return touches


def expose(obj: Any) -> None:
    """From now on the dict of an object's attributes may be used in place of the object."""
    held = attributes(obj)
    if isinstance(held, dict) and not isinstance(obj, ModuleType):
        _exposed[id(held)] = obj


def _has_code_of_its_own(held: Any, write: bool) -> bool:
    """Whether a descriptor's own code does the rest."""
    access = getattr(type(held), "__set__" if write else "__get__", None)
    return isinstance(held, property) or (type(access) is FunctionType and is_own_code(access))


def _names_of(obj: object, write: bool) -> Touch:
    """Which attributes an object has of its own: it may get a new one."""
    return (id(obj), NAMES), obj, write


def _known_names(obj: Any) -> list[str]:
    slots = {
        name
        for cls in type(obj).__mro__
        for name, held in vars(cls).items()
        if isinstance(held, MemberDescriptorType)
    }
    return sorted({*attributes(obj), *slots})


def _is_method(held: Any, obj: Any, name: str) -> bool:
    if isinstance(held, _NOT_DATA):
        return isinstance(obj, type) or name not in attributes(obj)
    return False


def _look_behind(value: Any, write: bool, deep: bool, touches: dict[Key, Touch]) -> None:
    kind = type(value)
    if kind in ATOMS:
        return
    if kind is tuple:
        _look_behind_all(value if deep else (), False, deep, touches)
        return
    what = nature(kind)
    if what is Nature.PLAIN or what is Nature.OWN:
        return
    key = id(value), POSITION if what is Nature.ITERATOR else CONTENTS
    known = touches.get(key)
    if known is not None and (known[2] or not write):
        return
    if what is Nature.CONTAINER:
        touches[key] = key, value, write
        if isinstance(value, dict):
            _look_behind_dict(value, write, touches)
        if deep and not isinstance(value, bytearray):
            _look_behind_all(_items(value), False, True, touches)
    elif what is Nature.VIEW:
        changes = kind is BuiltinMethodType and value.__name__ not in READING
        _look_behind_all(_behind_view(value), write or changes, deep, touches)
    elif what is Nature.ITERATOR:
        owner = _position_of(value)
        touches[key] = (id(owner), POSITION), owner, True
        _look_behind_all(_behind_iterator(value), False, deep, touches)
    elif not _is_console(value):
        touches[key] = key, value, write
        behind = gc.get_referents(value) if what is Nature.STATEFUL else ()
        _look_behind_all([*attributes(value).values(), *behind], write, True, touches)


def _look_behind_all(
    values: Iterable[Any], write: bool, deep: bool, touches: dict[Key, Touch]
) -> None:
    for value in values:
        if type(value) not in ATOMS:
            _look_behind(value, write, deep, touches)


def _look_behind_dict(held: dict[Any, Any], write: bool, touches: dict[Key, Touch]) -> None:
    """A dict that holds the attributes of an object, or the variables of a module, is that object."""
    if _exposed:
        obj = _exposed.get(id(held))
        if obj is not None:
            for name in (NAMES, *held):
                touches[id(obj), name] = (id(obj), name), obj, write
    if dict.__contains__(held, "__builtins__"):
        active.unseen("globals()")


def _items(container: Any) -> list[Any]:
    """What is in a container, without a call of its own `__iter__`."""
    if isinstance(container, dict):
        return [*dict.keys(container), *dict.values(container)]
    base = next(base for base in CONTAINERS if isinstance(container, base))
    return [*base.__iter__(container)]


def _is_console(value: Any) -> bool:
    """Whether it is where a program prints to, whose order is nobody's business."""
    return isinstance(value, TextIOWrapper) and (value is sys.stdout or value is sys.stderr)


def _behind_view(view: Any) -> list[Any]:
    if isinstance(view, memoryview):
        return [view.obj]
    return gc.get_referents(view)


def _behind_iterator(iterator: Any) -> list[Any]:
    """What an iterator of C goes through; a generator's code has points of its own."""
    if hasattr(iterator, "gi_frame"):
        return []
    found: list[Any] = []
    for referent in gc.get_referents(iterator):
        found += referent if type(referent) is tuple else [referent]
    return found


def _position_of(iterator: Any) -> object:
    """What stands for an iterator: a generator must not live longer for it, as it may give back locks when it dies."""
    if type(iterator) is not GeneratorType:
        return iterator
    return _positions.setdefault(iterator, Position())


def _module_attribute(module: ModuleType, name: str, write: bool) -> Touches:
    if vars(module).get("__builtins__") is not active.USER:
        return _of_library(module, name, write)
    filename = str(module.__file__)
    if write and not _is_read_as_shared(filename, name, len(SITES)):
        active.unseen("the attribute of a module, which the module reads as a name")
    return (((filename, name), module, write),)


def _of_library(module: ModuleType, name: str, write: bool) -> Touches:
    """A name of a library's module: a place where the program puts something else there."""
    if module.__name__ == "sys":
        module = sys  # the virtual one shows the same
    if name in _replaced(len(SITES)):
        return (((id(module), name), module, write),)
    if write:
        active.unseen("the attribute of a library's module")
    return ()


@lru_cache(maxsize=1)
def _replaced(sites: int) -> frozenset[str]:
    """The names in library modules that programs assign to; `sites` is the number of sites by now."""
    return frozenset(site.name for site in SITES if site.scope == IMPORTED)


@lru_cache(maxsize=256)
def _is_read_as_shared(filename: str, name: str, sites: int) -> bool:
    """Whether reads of a variable by its bare name have points; `sites` is the number of sites by now."""
    return any(
        site.filename == filename and site.name == name and site.scope == "<module>"
        for site in SITES
    )
