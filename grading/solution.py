"""The learner's file as a module of a world: compiled once, executed anew for every schedule."""

from __future__ import annotations

import ast
import difflib
import inspect
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from grading.instrument import compile_source

NewModule = Callable[[CodeType, str, str], ModuleType]


class Unusable(Exception):
    """A file that cannot be judged: screened out, failing at import, or without what it should define."""


class Undefined(AttributeError):
    """A name that the suite asks for and the file does not define."""


@cache
def compiled(file: Path) -> CodeType:
    """The instrumented code of `file`, which was screened."""
    return compile_source(file.read_bytes(), str(file))


def name_of(file: Path) -> str:
    """The name of the module that it becomes."""
    return f"{file.parent.name}.{file.stem}"


def load(file: Path, new_module: NewModule) -> ModuleType:
    """Execute `file` as a module of the world that `new_module` belongs to."""
    module = new_module(compiled(file), name_of(file), str(file))

    def undefined(name: str) -> Any:
        raise Undefined(_not_defined(file, name, module))

    vars(module).setdefault("__getattr__", undefined)  # PEP 562
    return module


def check_definitions(file: Path, module: ModuleType, wanted: Iterable[str]) -> None:
    """Unusable if a wanted definition, such as `bump(times)`, is not there or cannot be called like that."""
    for signature in wanted:
        name = signature.partition("(")[0]
        found = vars(module).get(name)
        if found is None:
            raise Unusable(_not_defined(file, name, module))
        if not callable(found):
            raise Unusable(
                f"{file}: {name} must be a function or class that is called as {signature}."
            )
        try:
            declared = inspect.signature(found)
            declared.bind(*[None] * _positional(signature))
        except ValueError:
            continue  # a built-in without a signature
        except TypeError:
            raise Unusable(
                f"{file}: {name} must be callable as {signature}, but it is defined as {name}{declared}. "
                "Change its parameters."
            ) from None


def _positional(signature: str) -> int:
    definition = ast.parse(f"def {signature}: pass").body[0]
    assert isinstance(definition, ast.FunctionDef)
    return len(definition.args.args) - len(definition.args.defaults)


def _not_defined(file: Path, name: str, module: ModuleType) -> str:
    own = [key for key in vars(module) if not key.startswith("_")]
    near = difflib.get_close_matches(name, own, n=1)
    advice = f"rename {near[0]}" if near else "write it there"
    return f"{file} does not define {name}: {advice}."
