"""A test file of the learner's own in the model world, with the modules beside it: all are executed anew each time.

They have switch points, and see the virtual threads, as a solution does. What is installed has none.
"""

from __future__ import annotations

import importlib.machinery
import sys
from collections.abc import Sequence
from functools import cache
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from grading.engine import active, model
from grading.instrument import compile_source


class _Loader(SourceFileLoader):
    """Executes a module in the model world."""

    def get_code(self, fullname: str) -> CodeType:
        """Its code with switch points."""
        return _compiled(Path(self.path))

    def exec_module(self, module: ModuleType) -> None:
        """See `model.new_module`, which does this for a file that is imported by nobody."""
        vars(module)["__builtins__"] = active.USER
        super().exec_module(module)
        active.unseen("what a module does beside threads while it is imported")


class Finder:
    """Finds the modules beside a file; one that the standard library has too is the library's, as everywhere."""

    def __init__(self, file: Path) -> None:
        self._folder = str(file.parent.resolve())

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """See `importlib.abc.MetaPathFinder`."""
        spec = PathFinder.find_spec(fullname, [self._folder] if path is None else path)
        if spec is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            return None
        if not spec.loader.path.startswith(self._folder):
            return None
        spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec

    def load(self, file: Path) -> ModuleType:
        """Execute `file`, and at its imports the modules beside it, as if none had been before."""
        for name, module in list(sys.modules.items()):
            if isinstance(getattr(module, "__loader__", None), _Loader):
                del sys.modules[name]
        return model.new_module(_compiled(file), file.stem, str(file))


@cache
def _compiled(file: Path) -> CodeType:
    return compile_source(file.read_bytes(), str(file), asserts=True)


@cache
def finder(file: Path) -> Finder:
    """The finder for this file, which from now on finds what it imports, after all others."""
    found = Finder(file)
    sys.meta_path.append(found)
    return found
