"""Code that the standard library writes for the program's classes: the methods of dataclasses get switch points too."""

from __future__ import annotations

import _thread
import dataclasses
import reprlib
from types import ModuleType
from typing import Any

from grading.engine import active
from grading.instrument import compile_source


def install() -> None:
    """Give `dataclasses` an `exec` that knows the program's classes, and both a `get_ident` that knows its threads."""
    vars(dataclasses)["exec"] = _exec
    threads = ModuleType("_thread")
    vars(threads)["get_ident"] = _get_ident
    vars(dataclasses)["_thread"] = threads
    vars(reprlib)["get_ident"] = _get_ident


def _exec(source: str, names: dict[str, Any], local: dict[str, Any]) -> None:
    if names.get("__builtins__") is not active.USER:
        exec(source, names, local)
        return
    exec(compile_source(source, "<dataclass>"), names | {"__builtins__": active.GENERATED}, local)


def _get_ident() -> int:
    """Who runs, for guards against recursion: one virtual thread is not another."""
    machine = active.machine
    if machine is None or _thread.get_ident() != active.os_thread:
        return _thread.get_ident()
    return machine.current.ident
