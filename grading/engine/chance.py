"""Chance in the model world: `random`, `secrets`, `uuid` and `os.urandom` give the same in every replay.

They are private copies, loaded when a program first imports them; the real ones stay as they are.
"""

from __future__ import annotations

import builtins
import importlib.util
import os
import random
from collections.abc import Mapping, Sequence
from functools import partial
from types import ModuleType
from typing import Any

from grading.engine import active, clock

_COPIED = frozenset(["random", "secrets", "uuid"])
_NODE = 0x7EAD  # what `uuid.getnode` gives

source = random.Random(0)
"""Where all that has no seed comes from, the same in every execution."""
names: dict[str, Any] = dict(vars(builtins))
"""The builtins of the copies, by which their code is known."""

_modules: dict[str, ModuleType] = {}
_first: dict[str, Any] = {}  # what `uuid` remembers of the last one it made
_used = False  # by the last execution
_held = False  # by a suite, which is imported once for all executions


def reset() -> None:
    """Forget the last execution; most programs take no chances, and cost nothing here."""
    global _used
    if not (_used or _held):
        return
    _used = False
    source.seed(0)
    if "random" in _modules:
        _modules["random"]._inst.seed(0)
    if "uuid" in _modules:
        vars(_modules["uuid"]).update(_first)


def find(name: str, fromlist: Sequence[str] | None) -> ModuleType | None:
    """What `import name` gives in the model world, or None where chance has no part in it."""
    if name in _COPIED:
        _note_use()
        return _modules.get(name) or _load(name)
    if name == "os" or (name == "os.path" and not fromlist):
        return _os
    return None


def is_copied(function: object) -> bool:
    """Whether it is a function of the copies."""
    return getattr(function, "__builtins__", None) is names


def is_seeded(method: object) -> bool:
    """Whether it is a method of a generator that goes on from a state of its own."""
    copy: Any = _modules.get("random")
    owner = getattr(method, "__self__", None)
    return isinstance(owner, copy.Random) and not isinstance(owner, copy.SystemRandom)


def urandom(size: int, /) -> bytes:
    """See `os.urandom`."""
    _note_use()
    return source.randbytes(size)


def _note_use() -> None:
    global _used, _held
    _used = True
    _held = _held or active.machine is None


def _load(name: str) -> ModuleType:
    spec = importlib.util.find_spec(name)
    assert spec is not None and spec.loader is not None
    module = _modules[name] = ModuleType(name)
    vars(module)["__builtins__"] = names
    exec(spec.loader.get_code(name), vars(module))  # type: ignore[attr-defined]
    if name == "random":
        _seed_by_source(module)
    elif name == "uuid":
        vars(module)["_node"] = _NODE
        _first.update({key: value for key, value in vars(module).items() if key[:5] == "_last"})
    return module


def _seed_by_source(module: Any) -> None:
    seed_by = module.Random.seed

    def seed(self: Any, a: Any = None, version: int = 2) -> None:
        """See `random.seed`."""
        _note_use()
        seed_by(self, source.getrandbits(64) if a is None else a, version)

    module.Random.seed = seed
    module.seed = module._inst.seed
    module.seed(0)


def _import(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] = (),
    level: int = 0,
) -> Any:
    if name == "_uuid":
        raise ImportError("the model world makes its own identifiers")
    if name == "time":
        return _time
    return find(name, fromlist) or __import__(name, globals, locals, fromlist, level)


def os_with(**own: Any) -> ModuleType:
    """An `os` that has these of its own, and knows nothing of forks, which must not touch virtual locks.

    All else is looked up in the real one each time, as others watch over what is called there.
    """
    virtual = ModuleType("os", os.__doc__)
    vars(virtual).update(own, register_at_fork=lambda **_: None, __getattr__=partial(getattr, os))
    return virtual


_os = os_with(urandom=urandom)
_time = clock.module()
names["__import__"] = _import
