"""Puts switch points into Python source: around everything that another thread could see or change.

    code = compile_source(source, "counter.py")
    exec(code, {"__builtins__": {**vars(builtins), **PASSIVE_HOOKS}})

Inside functions every read and write of an attribute, an item or a shared variable, every call and
every round of a loop first calls a hook with the number of its `Site`; `hooks` says what each is
given. The meaning and the line numbers of the program stay as they are.
"""

import ast
import threading
from importlib.util import decode_source
from types import CodeType

from grading.instrument.asserts import Asserts
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

_compiled: dict[tuple[str, str | bytes, bool], CodeType] = {}
_lock = threading.Lock()


def compile_source(source: str | bytes, filename: str, *, asserts: bool = False) -> CodeType:
    """Compile a file with switch points in it; the same source always gets the same sites.

    With `asserts`, an assertion that fails says what it saw; otherwise it says nothing, as in Python.
    Raises SyntaxError, UnicodeDecodeError or ValueError where `compile` does.
    """
    with _lock:
        if (filename, source, asserts) not in _compiled:
            tree = ast.parse(source, filename)
            telling = Asserts(tree, _text(source)) if asserts else None
            sites = rewrite(tree, filename, len(SITES))
            if telling is not None:
                telling.tell()
            code = compile(tree, filename, "exec", dont_inherit=True)
            _compiled[filename, source, asserts] = code
            SITES.extend(sites)
        return _compiled[filename, source, asserts]


def _text(source: str | bytes) -> str:
    return source if isinstance(source, str) else decode_source(source)
