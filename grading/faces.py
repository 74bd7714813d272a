"""What a solution sees of the modules that it may import: their public names, not what they have imported themselves.

`threading._sys`, `queue.threading` and `contextlib.os` are not there. The judged file alone gets faces, in both worlds,
once `allow` has said what it may import; suites and the standard library get the modules.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Collection, Mapping, Sequence
from types import FrameType, MappingProxyType, ModuleType
from typing import Any

from grading import ways_out

# What a program may put in the place of something that belongs to everybody.
_CHANGEABLE = frozenset(["excepthook", "stdout", "stderr"])
_SPECIAL = frozenset(
    ["__all__", "__doc__", "__excepthook__", "__name__", "__version__", "__file__"]
)
_MODULES = ["path", "path_hooks", "path_importer_cache", "meta_path", "monitoring"]
_TRACING = ["settrace", "setprofile", "gettrace", "getprofile", "call_tracing", "addaudithook"]
# Names that execute text, walk frames or build code.
_CLOSED: Mapping[str, Collection[str]] = {
    "logging": ["currentframe"],
    "string": ["Formatter"],
    "sys": [*_MODULES, *_TRACING],
    "threading": [*_TRACING, "settrace_all_threads", "setprofile_all_threads"],
    "timeit": ["Timer", "main", "repeat", "timeit"],
    "traceback": ["StackSummary", "extract_stack", "walk_stack", "walk_tb"],
    "types": ["CodeType", "FrameType", "FunctionType", "LambdaType"],
    "typing": ["ForwardRef", "get_type_hints"],
}

_allowed: Collection[str] | None = None
_judged = ""
_faces: dict[int, Face] = {}
_behind: dict[int, ModuleType] = {}
trusted: set[str] = set()
"""The files of suites."""


def allow(imports: Collection[str] | None, judged: str) -> None:
    """From now on the judged file, a module of this name, may import these modules with their submodules.

    None: whatever it likes.
    """
    global _allowed, _judged
    _allowed, _judged = imports, judged
    ways_out.guarding = imports is not None


class Face(ModuleType):
    """A module that shows the public names of another one, as they are at that moment."""

    def __init__(self, module: ModuleType) -> None:
        _behind[id(self)] = module
        _faces[id(module)] = self

    def __getattribute__(self, name: str) -> Any:
        if name in ("__class__", "__dict__"):
            return super().__getattribute__(name)
        module = _behind[id(self)]
        if name == "__all__":
            return [each for each in getattr(module, name, dir(self)) if _is_shown(module, each)]
        if not _is_shown(module, name):
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
        return _guarded(module, name)

    def __setattr__(self, name: str, value: object) -> None:
        module = _behind[id(self)]
        if name not in _CHANGEABLE:
            raise AttributeError(
                f"{module.__name__}.{name} belongs to everybody and stays as it is"
            )
        setattr(module, name, value)

    def __delattr__(self, name: str) -> None:
        module = _behind[id(self)]
        if name not in _CHANGEABLE:
            raise AttributeError(
                f"{module.__name__}.{name} belongs to everybody and stays as it is"
            )
        delattr(module, name)

    def __dir__(self) -> list[str]:
        module = _behind[id(self)]
        return [name for name in dir(module) if name[0] != "_" and _is_shown(module, name)]


class _Patch:
    """`unittest.mock.patch` of what the judged file may import."""

    def __init__(self, patch: Any) -> None:
        def patching(target: str, *args: Any, **kwargs: Any) -> Any:
            _check(str(target))
            return patch(str(target), *args, **kwargs)

        self.__call = patching
        self.object = patch.object

    def __call__(self, target: str, *args: Any, **kwargs: Any) -> Any:
        return self.__call(target, *args, **kwargs)


def behind(module: ModuleType) -> ModuleType:
    """The module itself, of which this may be a face."""
    return _behind.get(id(module), module)


def _is_shown(module: ModuleType, name: str) -> bool:
    if name in _SPECIAL:
        return True
    if name in _CLOSED.get(module.__name__, ()):
        return False
    found = getattr(module, name, None)
    return _is_part(module, name, found) if isinstance(found, ModuleType) else name[:1] != "_"


def _is_part(module: ModuleType, name: str, found: ModuleType) -> bool:
    full = f"{module.__name__}.{name}"
    return found.__name__ == full or sys.modules.get(full) is found


def _guarded(module: ModuleType, name: str) -> Any:
    if module.__name__ == "sys" and name == "modules":
        return MappingProxyType({_judged: sys.modules.get(_judged)})
    found = getattr(module, name)
    if isinstance(found, ModuleType):
        return face(found)
    if module is operator:
        return ways_out.GETTERS.get(name, found)
    return _Patch(found) if (module.__name__, name) == ("unittest.mock", "patch") else found


def face(module: ModuleType) -> ModuleType:
    """What a solution sees of it."""
    return module if isinstance(module, Face) else _faces.get(id(module)) or Face(module)


def imported(module: Any, name: str, fromlist: Sequence[str] | None, importer: FrameType) -> Any:
    """What `import name` gives whoever runs in this frame, where `module` is what Python would give.

    ImportError for a module that the judged file may not import.
    """
    if _allowed is None or importer.f_code.co_filename in trusted:
        return module
    for full in [f"{name}.{each}" for each in fromlist or ()] or [name]:
        _check(full)
    return face(module)


def _check(full: str) -> None:
    if not any(f"{full}.".startswith(f"{each}.") for each in _allowed or ()):
        raise ImportError(f"this exercise does not allow the import of {full}")
