"""The caches of the virtual `functools`: the real ones, whose lookup and store are steps that the search sees.

CPython looks up in one step and stores in one, but what is stored is computed in between: threads that all miss all
call the function. `cached_property` has no lock since 3.12; a program that needs its lock is wrong, so in the model
world it has none on any version.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import ModuleType
from typing import Any

from grading.engine import active
from grading.engine.accesses import step
from grading.instrument import library_site


class _Cache:
    """What a cached function remembers, as a timeline shows it: how many results there are."""

    def __init__(self) -> None:
        self.entries = 0


def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
    """See `functools.lru_cache`."""
    if callable(maxsize):
        return _cached(maxsize, 128, typed)
    return lambda function: _cached(function, maxsize, typed)


def cache(function: Callable[..., Any], /) -> Any:
    """See `functools.cache`."""
    return _cached(function, None, typed=False)


def _cached(function: Callable[..., Any], maxsize: int | None, typed: bool) -> Any:
    memory = _Cache()

    @functools.wraps(function)
    def computed(*args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        _step(memory, "entries", write=True)
        return result

    @functools.wraps(function)
    def looked_up(*args: Any, **kwargs: Any) -> Any:
        _step(memory, "entries", write=False)
        if maxsize is not None and active.machine is not None:
            # Even a hit changes which entry is dropped next.
            active.machine.touch("entries", True, memory, id(memory))
        try:
            return remembered(*args, **kwargs)
        finally:
            memory.entries = remembered.cache_info().currsize

    def about(question: Callable[[], Any], write: bool) -> Callable[[], Any]:
        @functools.wraps(question)
        def asked() -> Any:
            _step(memory, "entries", write)
            return question()

        return asked

    remembered = functools.lru_cache(maxsize, typed)(computed)
    public: Any = looked_up
    public.cache_info = about(remembered.cache_info, write=False)
    public.cache_clear = about(remembered.cache_clear, write=True)
    public.cache_parameters = remembered.cache_parameters
    return public


class cached_property(functools.cached_property[Any]):
    """See `functools.cached_property`."""

    def __init__(self, func: Callable[[Any], Any]) -> None:
        @functools.wraps(func)
        def computed(instance: Any) -> Any:
            value = func(instance)
            _step(instance, self.attrname, write=True)
            return value

        super().__init__(computed)

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        """The remembered value, or a new one."""
        if instance is not None and self.attrname is not None:
            _step(instance, self.attrname, write=False)
        return super().__get__(instance, owner)


def module() -> ModuleType:
    """A module like `functools` with these caches."""
    virtual = ModuleType("functools", functools.__doc__)
    vars(virtual).update({k: v for k, v in vars(functools).items() if k[:2] != "__"})
    vars(virtual).update(lru_cache=lru_cache, cache=cache, cached_property=cached_property)
    return virtual


def _step(owner: object, name: str | None, write: bool) -> None:
    """What `owner` remembers under `name` is looked up, or changed, next."""
    machine = active.machine
    if machine is not None and machine.concurrent and name is not None:
        step(
            machine,
            library_site(functools.__file__, "write" if write else "read", name),
            (((id(owner), name), owner, write),),
        )
