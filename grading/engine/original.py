"""What the modules of the model world were before a program put something else in their place."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from types import ModuleType
from typing import Any

_IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_MISSING = object()


class Original:
    """The names of modules, and of their public classes, as they are when it is made."""

    def __init__(self, modules: Iterable[ModuleType]) -> None:
        owners: list[Any] = list(modules)
        theirs = {module.__name__ for module in owners}
        public = [
            vars(module)[name] for module in owners for name in vars(module) if name[0] != "_"
        ]
        owners += dict.fromkeys(value for value in public if _is_changeable(value, theirs))
        self._owners = [(owner, dict(vars(owner))) for owner in owners]
        # A class shows its names only through a proxy, which is slow to go through.
        self._names = [
            gc.get_referents(vars(owner))[0] if isinstance(owner, type) else vars(owner)
            for owner in owners
        ]
        self._values = gc.get_referents(*self._names)

    def restore(self) -> None:
        """Take back what was changed since."""
        if self._is_changed():
            for owner, names in self._owners:
                _restore(owner, names)
            self._values = gc.get_referents(*self._names)  # what was deleted is the last one now

    def _is_changed(self) -> bool:
        """Asked before every execution, so all of it is one look and one comparison."""
        try:
            return gc.get_referents(*self._names) != self._values
        except Exception:  # what stands there now cannot even be compared
            return True


def _is_changeable(value: object, modules: set[str]) -> bool:
    """Whether it is a class, of one of these modules or the engine's, that is asked for more than its name."""
    if not isinstance(value, type) or issubclass(value, BaseException):
        return False
    module = value.__module__
    return not value.__flags__ & _IMMUTABLE and (module in modules or module.startswith("grading."))


def _restore(owner: Any, names: dict[str, Any]) -> None:
    for name in vars(owner).keys() - names.keys():
        delattr(owner, name)
    for name, value in names.items():
        if vars(owner).get(name, _MISSING) is not value:
            setattr(owner, name, value)
