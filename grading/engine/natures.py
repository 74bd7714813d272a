"""What kind of object something is to the threads that share it: told by its type alone."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import partial
from types import BuiltinMethodType, FunctionType, GeneratorType, MappingProxyType
from typing import Any

from grading.engine import active


class Nature(Enum):
    """PLAIN has no state of its own, or none that matters. OWN is instrumented: its code has points inside.

    CONTAINER and STATEFUL have contents, and a method is one step. LIBRARY has contents too, and its methods are
    uninstrumented Python, of more steps than one. A VIEW shows what is behind it, an ITERATOR moves on over it.
    """

    PLAIN = auto()
    OWN = auto()
    CONTAINER = auto()
    STATEFUL = auto()
    LIBRARY = auto()
    VIEW = auto()
    ITERATOR = auto()


CONTAINERS = (list, dict, set, deque, bytearray)
_VIEWS: tuple[type, ...] = (
    *(type({}.keys()), type({}.values()), type({}.items())),
    *(MappingProxyType, memoryview, BuiltinMethodType, partial),
)
# Modules of types that never change, or look after themselves, and those of the model world itself.
_HARMLESS = frozenset(
    [
        *("abc", "collections.abc", "contextlib", "datetime", "decimal", "enum", "fractions"),
        *("functools", "greenlet", "ipaddress", "logging", "numbers", "operator", "pathlib"),
        *("re", "string", "time", "types", "typing", "uuid", "warnings", "weakref", "zoneinfo"),
        *("_thread", "threading", "_threading_local", "queue", "concurrent.futures._base"),
        *("concurrent.futures.thread",),
    ]
)
_STATEFUL_ALL_THE_SAME = frozenset(["WeakValueDictionary", "WeakKeyDictionary", "WeakSet"])

_known: dict[type, Nature] = {}


def nature(kind: type) -> Nature:
    """What objects of this type are."""
    found = _known.get(kind)
    if found is None:
        found = _nature(kind)
        if not is_own_class(kind):  # the program's classes are made anew for every execution
            _known[kind] = found
    return found


def is_own_class(kind: type) -> bool:
    """Whether the program (or the suite) defines the class."""
    module = sys.modules.get(kind.__module__)
    return module is not None and vars(module).get("__builtins__") is active.USER


def is_own_code(function: object) -> bool:
    """Whether a Python function has points inside, or belongs to the engine and needs none."""
    names = getattr(function, "__builtins__", None)
    if names is active.USER or names is active.STDLIB or names is active.GENERATED:
        return True
    return module_of(function).startswith("grading.")


def module_of(function: object) -> str:
    """The name of the module that a Python function was defined in."""
    return str(getattr(function, "__globals__", {}).get("__name__", ""))


def attributes(obj: Any) -> Mapping[str, Any]:
    """What `obj` holds itself, found without a call of its own `__getattr__`."""
    try:
        found = object.__getattribute__(obj, "__dict__")
    except (AttributeError, TypeError):
        return {}
    return found if isinstance(found, dict | MappingProxyType) else {}


def _nature(kind: type) -> Nature:
    if issubclass(kind, CONTAINERS):
        return Nature.CONTAINER
    if is_own_class(kind):
        inherited = (nature(base) for base in kind.__mro__[1:] if not is_own_class(base))
        return next((found for found in inherited if found is not Nature.PLAIN), Nature.OWN)
    if kind in _VIEWS:
        return Nature.VIEW
    if kind is GeneratorType or (hasattr(kind, "__next__") and not hasattr(kind, "read")):
        return Nature.ITERATOR
    if kind.__name__ not in _STATEFUL_ALL_THE_SAME and (
        kind.__module__ in {"builtins", *_HARMLESS} or kind.__module__.startswith("grading.")
    ):
        return Nature.PLAIN
    if issubclass(kind, BaseException | type):
        return Nature.PLAIN
    return Nature.LIBRARY if _is_written_in_python(kind) else Nature.STATEFUL


def _is_written_in_python(kind: type) -> bool:
    methods: tuple[Callable[..., Any] | None, ...] = (
        getattr(kind, "__init__", None),
        getattr(kind, "__getitem__", None),
    )
    return any(isinstance(method, FunctionType) for method in methods)
