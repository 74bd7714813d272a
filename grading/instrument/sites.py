"""The places in rewritten code where a thread switch may happen, and what is touched there."""

from dataclasses import dataclass
from functools import cache

IMPORTED, DELETED = "<imported>", "<deleted>"


@dataclass(frozen=True, slots=True)
class Site:
    """One place in one file; rewritten code names it by its index.

    index: position in SITES.
    kind: "read", "write", "call" or "loop".
    name: the attribute (as the interpreter mangles it) or variable, "[]" for a subscript, "" for a
        loop, the callable's text for a call.
    scope: "<module>" for a global variable, the qualified name of the owning function for a
        variable of a closure, IMPORTED for what is stored in an imported module, DELETED for another
        attribute that is deleted, "" for everything else.
    """

    index: int
    filename: str
    line: int
    kind: str
    name: str
    scope: str = ""


SITES: list[Site] = [Site(0, "", 0, "call", "")]
"""Every site of this process. Number 0 stands for an operation without a place in a file."""


@cache
def library_site(filename: str, kind: str, name: str) -> int:
    """The number of a place in the standard library, whose files are not rewritten."""
    SITES.append(Site(len(SITES), filename, 0, kind, name))
    return SITES[-1].index
