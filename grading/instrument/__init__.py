"""Puts switch points into Python source: around everything that another thread could see or change.

    code = compile_source(source, "counter.py")
    exec(code, {"__builtins__": {**vars(builtins), **PASSIVE_HOOKS}})

Inside functions every read and write of an attribute, an item or a shared variable, every call and
every round of a loop first calls a hook with the number of its `Site`; `hooks` says what each is
given. The meaning and the line numbers of the program stay as they are.
"""

import ast
import threading
from types import CodeType

from grading.instrument.hooks import HOOK_NAMES, OPERATORS, PASSIVE_HOOKS
from grading.instrument.rewrite import rewrite
from grading.instrument.sites import DELETED, IMPORTED, SITES, Site, library_site

__all__ = [
    "DELETED",
    "HOOK_NAMES",
    "IMPORTED",
    "OPERATORS",
    "PASSIVE_HOOKS",
    "SITES",
    "Site",
    "compile_source",
    "library_site",
]

_compiled: dict[tuple[str, str | bytes], CodeType] = {}
_lock = threading.Lock()


def compile_source(source: str | bytes, filename: str) -> CodeType:
    """Compile a file with switch points in it; the same source always gets the same sites.

    Raises SyntaxError, UnicodeDecodeError or ValueError where `compile` does.
    """
    with _lock:
        if (filename, source) not in _compiled:
            tree = ast.parse(source, filename)
            sites = rewrite(tree, filename, len(SITES))
            _compiled[filename, source] = compile(tree, filename, "exec", dont_inherit=True)
            SITES.extend(sites)
        return _compiled[filename, source]
