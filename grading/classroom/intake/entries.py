"""What submissions are made of, wherever they lie: entries with a path, read up to a limit."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Protocol

# Names only: what is inside says which of these compressions it really is.
_ARCHIVE = re.compile(r"\.(zip|tar|tar\.gz|tgz|tar\.xz|txz|tar\.bz2|tbz2?)$", re.IGNORECASE)
_FOREIGN = re.compile(r"\.(rar|7z|gz|xz|bz2|zst|lzh|arj|cab|dmg|iso)$", re.IGNORECASE)
# Solutions, suites and the kit in a checkout, and what tools leave behind: never a learner's work.
_PASSED_OVER = {"reference", "tests", "grading", "node_modules", "venv", "site-packages"}
_JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f"  # emoji, Persian and Hebrew are written with them
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class Unreadable(Exception):
    """Something cannot be taken. The message goes on from its name: "is encrypted: ..."."""


def _nothing(_limit: int) -> bytes:
    return b""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or what stands in place of one. `path` has `/` and is seen from the tree's root."""

    path: str
    content: Callable[[int], bytes] = _nothing  # its first bytes, so many; raises Unreadable
    modified: float | None = None  # seconds since 1970, where they are known
    is_folder: bool = False
    fault: str = ""  # why it is not taken, to be read after its name
    version: tuple[int, int] = (0, 0)  # of several uploads of a file the highest is the newest

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    def read(self, limit: int) -> bytes:
        """All of it. Raises Unreadable if it has a fault or is larger than `limit` bytes."""
        if self.fault:
            raise Unreadable(self.fault)
        content = self.content(limit + 1)
        if len(content) > limit:
            raise Unreadable(
                f"is larger than {limit // 1024:,} KiB, which is the most that is read"
            )
        return content


class Tree(Protocol):
    """A folder or an archive."""

    def children(self, folder: str) -> list[Entry]:
        """What lies directly in this folder. Raises Unreadable."""

    def walk(self, folder: str) -> Iterator[Entry]:
        """The files below, and all that has a fault, without folders that are passed over.

        Raises Unreadable when there are too many.
        """

    def clone(self, folder: str) -> Path | None:
        """Where this folder is on disk, if it is a git working tree."""


class Listing:
    """The tree of entries that were listed beforehand, as archives are."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = sorted(entries, key=attrgetter("path"))

    def children(self, folder: str) -> list[Entry]:
        """What lies directly in this folder, also where only what is deeper is listed."""
        found: dict[str, Entry] = {}
        for entry in self._below(folder):
            inner = within(entry.path, folder)
            first, deeper, _ = inner.partition("/")
            path = entry.path.removesuffix(inner) + first
            if deeper and first and first != "..":
                found[path] = Entry(path, is_folder=True)
            elif not (path in found and found[path].is_folder):
                found[entry.path] = entry
        return list(found.values())

    def walk(self, folder: str) -> Iterator[Entry]:
        """The files below, in the order of their paths."""
        for entry in self._below(folder):
            *folders, _ = within(entry.path, folder).split("/")
            if not entry.is_folder and not any(map(is_passed_over, folders)):
                yield entry

    def clone(self, folder: str) -> None:
        """Not in an archive: no tool packs clones."""

    def _below(self, folder: str) -> Iterator[Entry]:
        prefix = f"{folder}/" if folder else ""
        start = bisect_left(self._entries, prefix, key=attrgetter("path"))
        for index in range(start, len(self._entries)):
            if not self._entries[index].path.startswith(prefix):
                return
            yield self._entries[index]


def within(path: str, folder: str) -> str:
    """The path seen from this folder."""
    return path.removeprefix(f"{folder}/") if folder else path


def is_passed_over(folder: str) -> bool:
    """Whether nothing in folders of this name is looked at: hidden ones, solutions, caches."""
    is_hidden = folder.startswith((".", "__")) and folder != ".."
    return is_hidden or folder in _PASSED_OVER


def is_archive(name: str) -> bool:
    """Whether a file of this name is an archive that is read."""
    return bool(_ARCHIVE.search(name))


def is_foreign(name: str) -> bool:
    """Whether a file of this name is an archive of a kind that is not read."""
    return bool(_FOREIGN.search(name)) and not is_archive(name)


def without_ending(name: str) -> str:
    """An archive's name without `.zip`, `.tar.gz` and the like."""
    return (_ARCHIVE if is_archive(name) else _FOREIGN).sub("", name)


def visible(text: str) -> str:
    """The text as NFC, with everything that would not be seen written as an escape."""
    text = text.encode(errors="surrogateescape").decode(errors="backslashreplace")
    return "".join(map(_shown, unicodedata.normalize("NFC", text)))


def damaged(error: Exception) -> str:
    """Why an archive, or a member of one, that a library failed to read is not taken."""
    reason = re.sub(r"\s+", " ", visible(str(error))).strip(" .") or type(error).__name__
    return f"is damaged or no archive of its kind ({reason[:80]}): pack it again"


def inside(raw: str) -> tuple[str, str]:
    """A member's path in its archive, and the fault of one that leads out of it, else ""."""
    parts = raw.split("/")
    if raw.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", raw):
        return raw, "has a path that leads out of its archive: pack the folder of the exercises"
    return "/".join(part for part in parts if part not in ("", ".")), ""


def _shown(character: str) -> str:
    if character in _JOINERS_AND_MARKS or unicodedata.category(character) not in _UNSEEN:
        return character
    return character.encode("unicode_escape").decode()
