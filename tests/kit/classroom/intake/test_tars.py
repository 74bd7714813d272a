import io
import lzma
import tarfile
import zlib

import pytest

from grading.classroom.intake.archives import Limits, opened
from grading.classroom.intake.entries import Unreadable
from tests.kit.classroom.intake.packing import GOOD, tar_info, tarred

ROOMY = Limits(members=1000, inflated=1024**2, ratio=100)


def read(content: bytes, limits: Limits = ROOMY) -> dict[str, bytes | str]:
    """The content of each member, or its fault."""
    with opened("a.tar", io.BytesIO(content), limits) as tree:
        return {each.path: each.fault or each.read(1000) for each in tree.walk("")}


def made(*members: tuple[tarfile.TarInfo, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for info, content in members:
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def header(name: str, size: int, kind: bytes) -> bytes:
    return tar_info(name, size, kind).tobuf(tarfile.GNU_FORMAT)


def padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % 512)


def extended(payload: bytes, kind: bytes = tarfile.XHDTYPE) -> bytes:
    return header("x", len(payload), kind) + padded(payload)


AFTER = header("a.py", len(GOOD), tarfile.REGTYPE) + padded(GOOD)
END = bytes(1024)


@pytest.mark.parametrize("how", ["w", "w:gz", "w:xz", "w:bz2"])
def test_members_are_read_whatever_the_compression(how):
    assert read(tarred({"x/a.py": GOOD, "b.py": b""}, how)) == {"x/a.py": GOOD, "b.py": b""}


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_are_read_in_each_format(form):
    name = "d" * 90 + "/" + "f" * 90 + ".py"
    assert read(made((tar_info(name, len(GOOD)), GOOD), form=form)) == {name: GOOD}


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_names_are_unicode(form):
    assert read(made((tar_info("é/👩.py", len(GOOD)), GOOD), form=form)) == {"é/👩.py": GOOD}


def test_a_size_in_an_extended_header_counts():
    zero = header("a.py", 0, tarfile.REGTYPE)
    content = extended(b"10 size=9\n") + zero + padded(GOOD) + AFTER.replace(b"a.py", b"b.py")
    with pytest.raises(Unreadable, match="checksum"):
        read(content + END)  # the changed name
    assert read(extended(b"10 size=9\n") + zero + padded(GOOD) + END) == {"a.py": GOOD}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (tarfile.SYMTYPE, "is a link"),
        (tarfile.LNKTYPE, "is a link"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a pipe"),
        (b"Q", "a device"),
    ],
)
def test_what_is_no_ordinary_file_is_not_taken_and_its_neighbour_is(kind, words):
    found = read(header("evil.py", 0, kind) + AFTER + END)
    assert words in found["evil.py"] and found["a.py"] == GOOD


@pytest.mark.parametrize("name", ["../evil.py", "/evil.py", "x/../../evil.py"])
def test_a_member_that_leads_out_is_not_taken_and_its_neighbour_is(name):
    found = read(header(name, 0, tarfile.REGTYPE) + AFTER + END)
    assert "leads out of its archive" in found[name] and found["a.py"] == GOOD


BROKEN = [
    b"",
    b"no tar" * 999,
    AFTER[:300],
    AFTER[:520],
    AFTER + AFTER[:100],
    AFTER + b"x" * 512 + END,
    header("a.py", 10**12, tarfile.REGTYPE) + END,
    header("a.py", -512, tarfile.REGTYPE) + END,
    extended(b"11 size=-1\n") + AFTER + END,
    extended(b"13 size=1e99\n") + AFTER + END,
    extended(b"999999 path=x\n") + AFTER + END,
    extended(b"0 path=x\n") + AFTER + END,
    extended(b"5 x=y") + AFTER + END,
    extended(b"1" * 9000) + AFTER + END,
    tarred({"a.py": GOOD * 99}, "w:gz")[:-20],
    tarred({"a.py": GOOD * 99}, "w:xz")[:-20],
    tarred({"a.py": GOOD * 99}, "w:bz2")[:-20],
    b"\x1f\x8b" + b"x" * 99,
    b"BZh9" + b"x" * 99,
    b"\xfd7zXZ\0" + b"x" * 99,
]


# The ids are numbers: some of these have the time of day in their bytes.
@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_tar_is_refused_in_one_sentence(content):
    with pytest.raises(Unreadable, match=r"damaged .*: pack it again$"):
        read(content)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XGLTYPE])
def test_a_huge_header_is_not_read(kind):
    with pytest.raises(Unreadable, match="has a header of 100,000 bytes"):
        read(extended(b"x" * 100_000, kind) + AFTER + END)


def test_global_headers_say_nothing_of_members():
    assert read(extended(b"14 path=evil.py\n"[:14], tarfile.XGLTYPE) + AFTER + END) == {
        "a.py": GOOD
    }


def test_a_chain_of_headers_counts_as_members():
    content = extended(b"9 a=bcde\n") * 20 + AFTER + END
    assert read(content) == {"a.py": GOOD}
    with pytest.raises(Unreadable, match="more than 10 members"):
        read(content, Limits(10, 1024**2, 100))


def test_sparse_files_are_not_blown_up():
    with pytest.raises(Unreadable, match="sparse"):
        read(header("a.py", 0, tarfile.GNUTYPE_SPARSE) + END)
    size = b"33 GNU.sparse.realsize=999999999\n"
    assert "sparse" in read(extended(size) + AFTER + END)["a.py"]


@pytest.mark.parametrize("how", ["w:gz", "w:xz", "w:bz2"])
def test_a_bomb_stops_inflating_at_the_limit(how):
    content = tarred({"a.txt": bytes(3 * 1024**2)}, how)
    with pytest.raises(Unreadable, match="inflates to more than 1 MiB"):
        read(content)


def test_an_xz_that_wants_gigabytes_of_memory_is_refused():
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 2**20}]
    content = bytearray(lzma.compress(tarred({"a.py": GOOD}), lzma.FORMAT_XZ, filters=filters))
    assert read(bytes(content)) == {"a.py": GOOD}
    block = 12  # after the stream's header: size, flags, filter, length, dictionary, padding, CRC
    assert content[block + 2 : block + 4] == b"\x21\x01"
    content[block + 4] = 40  # 4 GiB
    length = (content[block] + 1) * 4
    checked = bytes(content[block : block + length - 4])
    content[block + length - 4 : block + length] = zlib.crc32(checked).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="Memory"):
        read(bytes(content))


@pytest.mark.parametrize("mtime", [b"nan", b"-1e300", b"soon"])
def test_a_time_that_makes_no_sense_is_no_fault(mtime):
    record = b" mtime=" + mtime + b"\n"
    length = len(record) + 2
    assert read(extended(b"%d" % length + record) + AFTER + END) == {"a.py": GOOD}
