"""Calls of what has no switch points inside: a built-in is one step, uninstrumented Python code counts as one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce
from types import BuiltinMethodType, FunctionType, MethodType, MethodWrapperType
from typing import Any

from grading.engine import accesses, active, chance, identity
from grading.engine.natures import CONTAINERS, is_own_code, module_of
from grading.engine.operands import DESCRIPTORS, GETTERS, touches_of
from grading.ways_out import BUILTINS

_BUILT_IN = (BuiltinMethodType, MethodWrapperType, *DESCRIPTORS)
# Built-in functions and types that look into nothing that could change.
_BLIND: frozenset[object] = frozenset(
    {isinstance, issubclass, callable, abs, round, divmod, pow, chr, ord, hash, object, super}
    | {int, float, complex, range, type, property, classmethod, staticmethod}
)
# Functions of the engine that are steps of the program.
_OURS: frozenset[object] = frozenset({identity.ident, chance.urandom, *BUILTINS.values()})
_CALLING_BACK: frozenset[object] = frozenset({map, filter, reduce})
# Methods of containers that are one step even where keys and items have methods of the program's.
_ONE_STEP = frozenset(
    [
        *("append", "appendleft", "pop", "popleft", "popitem", "clear", "get", "setdefault"),
        *("items", "keys", "values", "copy", "add", "discard", "insert", "reverse", "rotate"),
        *("__setitem__", "__getitem__", "__delitem__", "__len__"),
    ]
)
# Modules in Python that are one step at a time all the same, and their functions that are not.
_STEADY = frozenset(["random", "secrets", "uuid", "_collections_abc", "contextlib"])
_UNSTEADY = frozenset(["shuffle", "choice"])


def in_steps(called: Any, site: int) -> Any:
    """`called` itself if it has points inside (or has no use for them), otherwise a call that is one step."""
    kind = type(called)
    if kind is FunctionType or kind is MethodType:
        function = called if kind is FunctionType else called.__func__
        if getattr(function, "__builtins__", active.USER) is active.USER:
            return called
        stays = is_own_code(function) and function not in _OURS
    elif isinstance(called, type):
        stays = called in _BLIND or _makes_itself(called)
    elif kind is partial:
        stays = type(in_steps(called.func, site)) is not Step
    else:
        stays = called in _BLIND if kind in _BUILT_IN else kind not in GETTERS
    return called if stays else Step(called, site)


class Step:
    """A call without points inside: the point comes after its arguments, right before it."""

    __slots__ = ("_call", "_site")

    def __init__(self, call: Callable[..., Any], site: int) -> None:
        self._call = call
        self._site = site

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        """The point, then the call."""
        call, machine = self._call, active.machine
        if machine is None or not machine.concurrent or machine.dying:
            return call(*args, **kwargs)
        afresh = partial(touches_of, call, args, kwargs)
        touches = afresh()
        if _is_coarse(call):
            machine.coarse.setdefault(self._site, getattr(call, "__qualname__", repr(call)))
            args = tuple(_handed_over(arg, self._site) for arg in args)
        if "key" in kwargs or call in _CALLING_BACK:
            args, kwargs = _watching_callbacks(call, self._site, args, kwargs)
        if not touches:
            return call(*args, **kwargs)
        if type(call) is BuiltinMethodType and call.__name__ in _ONE_STEP:
            accesses.step(machine, self._site, touches, afresh)
            return call(*args, **kwargs)
        return accesses.called(machine, self._site, touches, call, args, kwargs, afresh)


class _Callback:
    """A function of the program's that a built-in calls: between two calls the built-in is at work."""

    __slots__ = ("_call",)

    def __init__(self, call: Callable[..., Any]) -> None:
        self._call = call

    def __call__(self, *args: Any) -> Any:
        machine = active.machine
        if machine is not None and machine.concurrent:
            accesses.again(machine, machine.current)
        return self._call(*args)


def _watching_callbacks(
    call: Any, site: int, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    if "key" in kwargs:
        kwargs = kwargs | {"key": _watched_callback(kwargs["key"], site)}
    if call in _CALLING_BACK and args:
        args = (_watched_callback(args[0], site), *args[1:])
    return args, kwargs


def _watched_callback(callback: Any, site: int) -> Any:
    if type(callback) is FunctionType:
        return _Callback(callback)
    return Step(callback, site) if type(callback) in GETTERS else callback


def _makes_itself(cls: type) -> bool:
    """Whether instances are made by code of the program, or of nothing that could change."""
    if issubclass(cls, BaseException | type):
        return True
    init, new = cls.__init__, cls.__new__
    if init is not object.__init__:
        return is_own_code(init)
    return new is object.__new__ or type(new) is FunctionType


def _is_coarse(call: Any) -> bool:
    """Whether a call that counts as one step is several, for anybody to come in between."""
    function = getattr(call, "__init__" if isinstance(call, type) else "__func__", call)
    if type(function) is not FunctionType or function in _OURS:
        return False
    return module_of(function) not in _STEADY or function.__name__ in _UNSTEADY


def _handed_over(arg: Any, site: int) -> Any:
    """A method of a container that uninstrumented code is to call, at a time of its own."""
    if type(arg) is BuiltinMethodType and isinstance(arg.__self__, CONTAINERS):
        return Step(arg, site)
    return arg
