"""The members of a tar.

`tarfile.TarInfo` reads the blocks. What goes on from block to block is done here: the library's own
reader holds headers of any length, copies global ones to every member, and can be made to loop.
The format: POSIX.1-2008 `pax`, and the GNU extensions for long names.
"""

import io
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import IO

from grading.classroom.intake.entries import Entry, Unreadable, inside, visible
from grading.classroom.intake.folders import LINK, SPECIAL

_BLOCK = tarfile.BLOCKSIZE
# Of a header that goes before a member: names have at most 4 KiB, and macOS adds attributes.
_HEADER = 64 * 1024
_BROKEN = "is damaged or no tar ({}): pack it again"
_SPARSE = "is stored as a sparse file: pack it again without --sparse"
_EXTENSIONS = {tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.XGLTYPE}
_GNU_EXTENSIONS = {tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK}


def entries(stream: IO[bytes], most: int) -> list[Entry]:
    """The members of this plain tar. Raises Unreadable if it is damaged or has more than `most`."""
    return list(_entries(stream, most))


def _entries(stream: IO[bytes], most: int) -> Iterator[Entry]:
    end = stream.seek(0, io.SEEK_END)
    position = count = 0
    extended: dict[str, str] = {}
    while info := _header(stream, position):
        count += 1
        if count > most:
            raise Unreadable(f"has more than {most:,} members: pack the exercises only")
        data = position + _BLOCK
        is_extension = info.type in _EXTENSIONS | _GNU_EXTENSIONS
        size = info.size if is_extension else _size(info, extended)
        position = data + (-(-size // _BLOCK) * _BLOCK if _has_data(info) else 0)
        if size < 0 or (_has_data(info) and data + size > end):
            raise Unreadable(_BROKEN.format("it ends too early"))
        if is_extension:
            extended |= _extension(info, stream, data)
            continue
        yield from _entry(info, extended, partial(_content, stream, data, size))
        extended = {}


def _header(stream: IO[bytes], position: int) -> tarfile.TarInfo | None:
    """The header at this position; None at the end, which is a block of zeros or the file's end."""
    stream.seek(position)
    block = stream.read(_BLOCK)
    if not block.strip(b"\0") and (block or position):
        return None
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.TarError as error:
        raise Unreadable(_BROKEN.format(f"{error} at byte {position}")) from error


def _has_data(info: tarfile.TarInfo) -> bool:
    return (
        info.isreg()
        or info.type not in tarfile.SUPPORTED_TYPES
        or info.type in (_EXTENSIONS | _GNU_EXTENSIONS)
    )


def _size(info: tarfile.TarInfo, extended: dict[str, str]) -> int:
    text = extended.get("size", str(info.size))
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        raise Unreadable(_BROKEN.format("a member has no size"))
    return int(text)


def _extension(info: tarfile.TarInfo, stream: IO[bytes], data: int) -> dict[str, str]:
    """What this header says of the next member. Global ones are known to hold a commit, not names."""
    if info.size > _HEADER:
        raise Unreadable(f"has a header of {info.size:,} bytes: pack the exercises only")
    stream.seek(data)
    payload = stream.read(info.size)
    if info.type == tarfile.GNUTYPE_LONGNAME:
        return {"path": payload.rstrip(b"\0").decode("utf-8", "surrogateescape")}
    return dict(_records(payload)) if info.type in _EXTENSIONS - {tarfile.XGLTYPE} else {}


def _records(payload: bytes) -> Iterator[tuple[str, str]]:
    """The records `length key=value` of a pax header; length counts all of it with its newline."""
    start = 0
    while start < len(payload):
        digits = payload[start : start + 6].partition(b" ")[0]
        stop = start + int(digits) if digits.isdigit() else start
        record = payload[start + len(digits) + 1 : stop]
        key, is_record, value = record.partition(b"=")
        if not (is_record and record.endswith(b"\n") and stop <= len(payload)):
            raise Unreadable(_BROKEN.format("a header makes no sense"))
        yield key.decode("utf-8", "replace"), value[:-1].decode("utf-8", "surrogateescape")
        start = stop


def _entry(
    info: tarfile.TarInfo, extended: dict[str, str], content: partial[bytes]
) -> Iterator[Entry]:
    path, leads_out = inside(extended.get("path", info.name))
    if info.issym() or info.islnk():
        fault = LINK
    elif info.type == tarfile.GNUTYPE_SPARSE:
        raise Unreadable(f"holds {visible(path)}, which {_SPARSE}")
    elif any(key.startswith("GNU.sparse.") for key in extended):
        fault = _SPARSE
    else:
        fault = "" if info.isreg() or info.isdir() else SPECIAL
    modified = float(info.mtime)
    with suppress(ValueError):
        modified = float(extended.get("mtime", modified))
    if path:
        is_folder = info.isdir() and not leads_out
        yield Entry(path, content, modified, is_folder, leads_out or fault)


def _content(stream: IO[bytes], start: int, size: int, limit: int) -> bytes:
    stream.seek(start)
    return stream.read(min(size, limit))
