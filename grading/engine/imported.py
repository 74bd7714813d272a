"""`sys.modules` and `importlib.import_module` of the model world: they give the modules that `import` gives there."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator, MutableMapping
from functools import partial
from types import ModuleType
from typing import Any

from grading.engine import guard

_SHOWING_THROUGH = (
    "importlib",
    "os",
    "sys",
)  # what is put into the real one is seen in the virtual one
Find = Callable[[str], ModuleType | None]


class _Sys(ModuleType):
    """The real `sys`, but for its `modules`: what a program assigns to, `sys.stdout` for one, it changes for all."""

    def __init__(self, find: Find) -> None:
        super().__init__("sys", sys.__doc__)
        vars(self)["modules"] = _Modules(find)

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(sys, name, value)

    def __delattr__(self, name: str) -> None:
        delattr(sys, name)

    def __dir__(self) -> list[str]:
        return dir(sys)


class _Modules(MutableMapping[str, ModuleType]):
    """The real `sys.modules` with virtual modules in it, which cannot be exchanged for others."""

    def __init__(self, find: Find) -> None:
        self._find = find

    def __getitem__(self, name: str) -> ModuleType:
        real = sys.modules[name]
        return self._find(name) or real

    def __setitem__(self, name: str, module: ModuleType) -> None:
        self._keep(name, sys._getframe(1))
        sys.modules[name] = module

    def __delitem__(self, name: str) -> None:
        self._keep(name, sys._getframe(1))
        del sys.modules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(list(sys.modules))

    def __len__(self) -> int:
        return len(sys.modules)

    def _keep(self, name: str, caller: Any) -> None:
        if guard.executing() and self._find(name) is not None:
            guard.refuse(f'another sys.modules["{name}"]', guard.PATCHES, caller)


def modules(find: Find) -> dict[str, ModuleType]:
    """The virtual `sys` and `importlib`; `find` gives the virtual module of a name, or None.

    `mock.patch("threading.Lock")` would still find the real module: it is refused from now on.
    """

    def is_patched_in_vain(name: str) -> bool:
        package = name.partition(".")[0].partition(":")[0]
        return package not in _SHOWING_THROUGH and find(package) is not None

    pkgutil.resolve_name = guard.watched(
        pkgutil.resolve_name, "pkgutil.resolve_name", guard.PATCHES, when=is_patched_in_vain
    )
    virtual = ModuleType("importlib", importlib.__doc__)
    vars(virtual).update(
        import_module=lambda name, package=None: (
            find(name) or importlib.import_module(name, package)
        ),
        __getattr__=partial(getattr, importlib),
    )
    return {"sys": _Sys(find), "importlib": virtual}
