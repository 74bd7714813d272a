"""The members of a zip, none of them believed.

The format: APPNOTE.TXT of PKWARE, sections 4.3 to 4.5; the attributes are those of Info-ZIP.
"""

import io
import stat
from collections.abc import Iterator
from functools import partial
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from grading.classroom.intake.entries import Entry, Unreadable, damaged, inside
from grading.classroom.intake.folders import LINK, SPECIAL

# Bytes that a member takes in the directory of a zip: 46 and its name, with room for long ones.
LISTED = 200
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_UTF8 = 0x800


class Bounded(io.RawIOBase):
    """A stream of which no more than so many bytes are read at once: the library reads a directory whole."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self._most = most
        self._end = stream.seek(0, io.SEEK_END)

    def read(self, size: int = -1) -> bytes:
        """Raises Unreadable if that is more than the most."""
        left = max(0, self._end - self._stream.tell())
        size = left if size < 0 else min(size, left)
        if size > self._most:
            raise Unreadable("lists more members than are read: pack the exercises only")
        return self._stream.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As the stream does it."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """As the stream does it."""
        return self._stream.tell()

    def seekable(self) -> bool:
        """It is."""
        return True


def entries(archive: ZipFile) -> list[Entry]:
    """The members, with the faults of those that are not taken. Raises Unreadable for overlaps."""
    infos = archive.infolist()
    members = sorted(infos, key=lambda info: info.header_offset)
    starts = [info.header_offset for info in members] + [archive.start_dir]
    for info, following in zip(members, starts[1:], strict=True):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > following:
            raise Unreadable("has members that overlap: pack it again with an ordinary program")
    return list(_entries(archive, infos))


def _entries(archive: ZipFile, infos: list[ZipInfo]) -> Iterator[Entry]:
    for info in infos:
        path, leads_out = inside(_name(info))
        if not path:
            continue
        if info.is_dir() and not leads_out:
            yield Entry(path, is_folder=True)
        else:
            content = partial(_content, archive, info)
            yield Entry(path, content, fault=leads_out or _fault(info))


def _name(info: ZipInfo) -> str:
    """With `/`, and as UTF-8 where it is, since macOS does not set the flag that says so."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/")


def _fault(info: ZipInfo) -> str:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return LINK
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return SPECIAL
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted: pack it again without a password"
    if "\0" in info.orig_filename:
        return "has a NUL in its name: rename it"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        # The library inflates the others without a limit.
        return "is compressed in an unusual way: pack it again as an ordinary zip"
    return ""


def _content(archive: ZipFile, info: ZipInfo, limit: int) -> bytes:
    try:
        with archive.open(info) as member:
            return member.read(limit)
    except Exception as error:  # there is hardly one that bytes made for it cannot provoke
        raise Unreadable(damaged(error)) from error
