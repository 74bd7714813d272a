"""What the modules of the model world were before a program put something else in their place."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from types import ModuleType
from typing import Any

_MISSING = object()


class Original:
    """The names of modules, and of the classes that they and the engine define, as they are when it is made."""

    def __init__(self, modules: Iterable[ModuleType]) -> None:
        owners: dict[int, Any] = {id(module): module for module in modules}
        theirs = {module.__name__ for module in owners.values()}
        for module in list(owners.values()):
            for value in vars(module).values():
                if isinstance(value, type) and (
                    value.__module__ in theirs or value.__module__.startswith("grading.")
                ):
                    owners[id(value)] = value
        self._owners = [(owner, dict(vars(owner))) for owner in owners.values()]
        # A class shows its names only through a proxy, which is slow to go through.
        self._names = [
            gc.get_referents(vars(owner))[0] if isinstance(owner, type) else vars(owner)
            for owner in owners.values()
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


def _restore(owner: Any, names: dict[str, Any]) -> None:
    for name in vars(owner).keys() - names.keys():
        delattr(owner, name)
    for name, value in names.items():
        if vars(owner).get(name, _MISSING) is not value:
            setattr(owner, name, value)
