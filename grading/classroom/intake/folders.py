"""Folders on disk: links are not followed, and only ordinary files are ever opened."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from grading.classroom.intake.entries import Entry, Unreadable, is_passed_over

# More than any homework with its data; fewer than would be noticed while a class is graded.
MEMBERS = 20_000
# A pipe that took the file's place must neither be waited for nor a link be followed.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
LINK = "is a link, and links are not followed: hand in the file itself"
SPECIAL = "is no ordinary file but a pipe, a socket or a device: hand in a file"


class Folder:
    """The tree below a folder on disk."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def children(self, folder: str) -> list[Entry]:
        """What lies directly in this folder, in the order of names. Raises Unreadable."""
        try:
            with os.scandir(self._root / folder) as found:
                entries = [_entry(each, folder) for each in found]
        except OSError as error:
            raise Unreadable(_cannot("listed", error)) from error
        return sorted(entries, key=lambda entry: entry.path)

    def walk(self, folder: str) -> Iterator[Entry]:
        """The files below, and all that has a fault. Raises Unreadable if there are too many."""
        folders = [folder]
        seen = 0
        while folders:
            here = folders.pop()
            try:
                children = self.children(here)
            except Unreadable as fault:
                yield Entry(here, is_folder=True, fault=str(fault))
                continue
            seen += len(children)
            if seen > MEMBERS:
                raise Unreadable(f"holds more than {MEMBERS:,} files: hand in the exercises only")
            for child in children:
                if not child.is_folder:
                    yield child
                elif not is_passed_over(child.name):
                    folders.append(child.path)

    def clone(self, folder: str) -> Path | None:
        """Where this folder is, if a `.git` folder (no link, no file) lies in it."""
        place = self._root / folder
        try:
            is_clone = stat.S_ISDIR(os.lstat(place / ".git").st_mode)
        except OSError:
            return None
        return place if is_clone else None


def read_start(file: Path, limit: int) -> bytes:
    """The first `limit` bytes of an ordinary file. Raises Unreadable if it is none."""
    try:
        with open(os.open(file, _FLAGS), "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(SPECIAL)
            return opened.read(min(limit, status.st_size))  # as room is made for all that is asked
    except OSError as error:
        raise Unreadable(_cannot("opened", error)) from error


def _entry(found: os.DirEntry[str], folder: str) -> Entry:
    path = f"{folder}/{found.name}" if folder else found.name
    try:
        status = found.stat(follow_symlinks=False)
    except OSError as error:
        return Entry(path, fault=_cannot("examined", error))
    if stat.S_ISDIR(status.st_mode):
        return Entry(path, is_folder=True)
    if stat.S_ISREG(status.st_mode):
        return Entry(path, partial(read_start, Path(found.path)), status.st_mtime)
    return Entry(path, fault=LINK if stat.S_ISLNK(status.st_mode) else SPECIAL)


def _cannot(be_done: str, error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"cannot be {be_done} ({reason}): see to its permissions and that it is whole"
