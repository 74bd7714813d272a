"""Which places a call without points inside touches: what it is a method of, and what it is handed."""

from __future__ import annotations

import builtins
import contextlib
import sys
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from functools import partial, reduce
from operator import attrgetter, itemgetter, methodcaller
from types import (
    ClassMethodDescriptorType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from grading.engine import active, chance, identity
from grading.engine.natures import Nature, module_of, nature
from grading.engine.places import (
    ATOMS,
    READING,
    Touch,
    Touches,
    attribute,
    contents,
    deleted,
    expose,
    whole,
)
from grading.ways_out import BUILTINS

DESCRIPTORS = (MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType)
GETTERS = (attrgetter, itemgetter, methodcaller)
# Built-in functions and types that look into what they are handed, but not into the items of it.
_SHALLOW: frozenset[object] = frozenset(
    {enumerate, filter, iter, len, map, next, reversed, zip, bool}
    | {list, tuple, set, frozenset, deque}
)
# Those that look at the items as well; every other function of C may also change what it is handed.
_DEEP: frozenset[object] = frozenset([all, any, ascii, format, max, min, reduce, repr, sorted, sum])
# Modules in Python whose functions change nothing that they are handed.
_READERS = frozenset(
    [
        *("collections", "contextlib", "copy", "dataclasses", "json", "pickle", "pprint"),
        *("statistics", "textwrap", "string"),
    ]
)
# Context managers that change, for a while, what belongs to the whole program.
_FOR_ALL_THREADS = (contextlib.redirect_stdout, contextlib.redirect_stderr, contextlib.chdir)
_READERS_OF_ATTRIBUTES = frozenset(["copy", "dataclasses", "pickle"])
_BY_NAME: dict[object, bool] = {getattr: False, hasattr: False, setattr: True}
_GUARDED = {guarded: getattr(builtins, name) for name, guarded in BUILTINS.items()}
_ATTRIBUTE_METHODS = {"__getattribute__": False, "__setattr__": True, "__delattr__": True}


def touches_of(call: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Touches:
    """What a call touches; nothing if the arguments are not such as it takes, as it will say itself."""
    try:
        return _touches(call, args, kwargs)
    except (IndexError, TypeError):
        return ()


def _touches(call: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Touches:
    kind = type(call)
    if kind is partial:
        return _touches(call.func, (*call.args, *args), {**call.keywords, **kwargs})
    if call is identity.ident:
        return identity.asked(*args)
    if call is chance.urandom:
        return contents(chance.source, write=True)
    if kind is FunctionType or kind is MethodType:
        return _of_python(call, args, kwargs)
    if kind in GETTERS:
        return _of_getter(call, *args)
    if isinstance(call, type):
        return _of_class(call, args, kwargs)
    return _of_built_in(call, args, kwargs)


def _of_built_in(call: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Touches:
    name, owner = call.__name__, getattr(call, "__self__", None)
    if isinstance(call, DESCRIPTORS):
        owner, args = args[0], args[1:]
    if name in _ATTRIBUTE_METHODS:
        return attribute(owner, args[0], _ATTRIBUTE_METHODS[name])
    if owner is None or type(owner) is ModuleType:
        return _of_function(call, args, kwargs)
    mine = contents(owner, name not in READING, deep=False)
    return [*mine, *_all((*args, *kwargs.values()), deep=isinstance(owner, str))]


def _of_function(call: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Touches:
    if call is delattr:
        return deleted(args[0], args[1])
    if call in _BY_NAME:
        return attribute(args[0], args[1], _BY_NAME[call])
    if call is print:
        file = kwargs.get("file")
        place = () if file else attribute(sys, "stdout", False)
        return [*_all(args), *place, *contents(file or sys.stdout, write=True)]
    if call is open and _is_for_writing(*args, **kwargs):
        active.unseen("a file that is opened for writing")
    if call is vars:
        expose(args[0])
        return ()
    shallow = call in _SHALLOW
    return _all((*args, *kwargs.values()), not (shallow or call in _DEEP), not shallow)


def _is_for_writing(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> bool:
    return not {"w", "a", "x", "+"}.isdisjoint(mode)


def _of_class(cls: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Touches:
    if cls in _FOR_ALL_THREADS:
        active.unseen(f"contextlib.{cls.__name__}")
    touches = _all((*args, *kwargs.values()), deep=cls not in _SHALLOW)
    if chance.is_copied(cls.__init__) and not args:
        touches += contents(chance.source, write=True)
    return touches


def _of_python(call: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Touches:
    function = call.__func__ if type(call) is MethodType else call
    if function in _GUARDED:
        return _of_function(_GUARDED[function], args, kwargs)
    module = module_of(function)
    touches = _all((*args, *kwargs.values()), write=module not in _READERS)
    if module in _READERS_OF_ATTRIBUTES:
        for arg in args:
            touches += whole(arg)
    if chance.is_copied(function) and not chance.is_seeded(call):
        touches += contents(chance.source, write=True)
    if function is not call and nature(type(call.__self__)) is not Nature.OWN:
        touches += contents(call.__self__, call.__name__ not in READING)
    return touches


def _of_getter(call: Any, obj: Any) -> Touches:
    made_of = call.__reduce__()
    names = made_of[1] if made_of[0] is type(call) else made_of[0].args
    if type(call) is attrgetter:
        return [touch for name in names for touch in attribute(obj, name.partition(".")[0], False)]
    return contents(obj, type(call) is methodcaller and names[0] not in READING)


def _all(values: Iterable[Any], write: bool = False, deep: bool = True) -> list[Touch]:
    found: list[Touch] = []
    own = active.own_generator()
    for value in values:
        if type(value) not in ATOMS and value is not own:
            found += contents(value, write, deep)
    return found
