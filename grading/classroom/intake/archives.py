"""Opens an archive in memory, within limits, whatever it is made of."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZipFile

from grading.classroom.intake import tars, zips
from grading.classroom.intake.entries import Entry, Listing, Unreadable, damaged

_CHUNK = 64 * 1024
# What `xz -9` needs is 65 MiB; a header may ask for 4 GiB.
_XZ_MEMORY = 128 * 1024**2
# What an archive may inflate to whatever its own size.
ALWAYS_FINE = 32 * 1024**2
_IN_MEMORY = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: members, bytes when inflated, and bytes for each packed one."""

    members: int
    inflated: int
    ratio: int

    def check(self, members: int, inflated: int, packed: int) -> None:
        """Raises Unreadable if it is more, or a bomb by its ratio. Sizes are in bytes."""
        if members > self.members:
            raise Unreadable(f"has more than {self.members:,} members: pack the exercises only")
        most = min(self.inflated, max(ALWAYS_FINE, self.ratio * packed))
        if inflated > most:
            raise Unreadable(
                f"inflates to more than {most // 1024**2:,} MiB: pack the exercises only"
            )


# Of a student: the exercises are under 1 MiB; the rest is room for data and a virtual environment.
# Source code shrinks to a fifth, text that repeats itself to a fiftieth, zeros to a thousandth.
STUDENT = Limits(members=20_000, inflated=256 * 1024**2, ratio=100)
# Of a class, which the platform packed: a thousand submissions that are alike shrink to very little.
CLASS = Limits(members=200_000, inflated=16 * 1024**3, ratio=10_000)


@contextmanager
def opened(name: str, stream: IO[bytes], limits: Limits) -> Iterator[Listing]:
    """The tree of an archive of this name, a zip or a tar, readable until the context ends.

    Raises Unreadable if the archive breaks a limit or is damaged.
    """
    with ExitStack() as stack:
        try:
            entries = _entries(name, stream, limits, stack)
        except Unreadable:
            raise
        except Exception as error:  # there is hardly one that bytes made for it cannot provoke
            raise Unreadable(damaged(error)) from error
        yield Listing(entries)


def _entries(name: str, stream: IO[bytes], limits: Limits, stack: ExitStack) -> list[Entry]:
    packed = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if name.lower().endswith(".zip"):
        bounded = zips.Bounded(stream, limits.members * zips.LISTED)
        archive = stack.enter_context(ZipFile(bounded))
        found = zips.entries(archive)
        limits.check(len(found), sum(info.file_size for info in archive.infolist()), packed)
        return found
    plain = stack.enter_context(_inflated(stream, packed, limits))
    return tars.entries(plain, limits.members)


@contextmanager
def _inflated(stream: IO[bytes], packed: int, limits: Limits) -> Iterator[IO[bytes]]:
    """The plain tar in this stream; a copy without a name, gone afterwards, if it is compressed."""
    start = stream.read(6)
    stream.seek(0)
    if start.startswith(b"\x1f\x8b"):
        chunks = _chunks(gzip.GzipFile(fileobj=stream))
    elif start.startswith(b"BZh"):
        chunks = _chunks(bz2.BZ2File(stream))
    elif start == b"\xfd7zXZ\0":
        chunks = _chunks_of_xz(stream)
    else:
        yield stream
        return
    with SpooledTemporaryFile(_IN_MEMORY) as plain:
        for chunk in chunks:
            plain.write(chunk)
            limits.check(0, plain.tell(), packed)
        yield plain


def _chunks(stream: IO[bytes] | gzip.GzipFile | bz2.BZ2File) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _chunks_of_xz(stream: IO[bytes]) -> Iterator[bytes]:
    """By hand, as `lzma.LZMAFile` takes no limit on memory."""
    decompressor = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    while not decompressor.eof:
        packed = stream.read(_CHUNK) if decompressor.needs_input else b""
        if decompressor.needs_input and not packed:
            raise EOFError("it ends too early")
        yield decompressor.decompress(packed, _CHUNK)
