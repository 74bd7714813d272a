import io
import stat
import struct
import zipfile

import pytest

from grading.classroom.intake import archives
from grading.classroom.intake.archives import Limits, opened
from grading.classroom.intake.entries import Unreadable
from tests.kit.classroom.intake.packing import GOOD, zipped

ROOMY = Limits(members=1000, inflated=1024**2, ratio=100)
CENTRAL = b"PK\x01\x02"


def read(content: bytes, limits: Limits = ROOMY) -> dict[str, bytes | str]:
    """The content of each member, or its fault."""
    with opened("a.zip", io.BytesIO(content), limits) as tree:
        return {each.path: content_or_fault(each) for each in tree.walk("")}


def content_or_fault(entry) -> bytes | str:
    try:
        return entry.read(1000)
    except Unreadable as fault:
        return str(fault)


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def patched(content: bytes, offset: int, replacement: bytes) -> bytes:
    """With bytes of the first member's entry in the directory replaced."""
    start = content.index(CENTRAL) + offset
    return content[:start] + replacement + content[start + len(replacement) :]


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_read_in_memory(how):
    assert read(zipped({"x/a.py": GOOD, "b.py": b""}, how)) == {"x/a.py": GOOD, "b.py": b""}


def test_separators_of_windows_are_separators():
    assert read(zipped({"x\\y\\a.py": GOOD})) == {"x/y/a.py": GOOD}


@pytest.mark.parametrize(
    ("stored", "flag", "shown"),
    [
        ("é".encode(), 0x800, "é"),
        ("é".encode(), 0, "é"),
        ("é".encode("cp437"), 0, "é"),
    ],
)
def test_names_are_utf8_with_and_without_the_flag_or_else_cp437(stored, flag, shown):
    content = zipped({"N" * len(stored): GOOD}).replace(b"N" * len(stored), stored)
    content = patched(content, 8, struct.pack("<H", flag))
    local = content[:6] + struct.pack("<H", flag) + content[8:]
    assert read(local) == {shown: GOOD}


@pytest.mark.parametrize("name", ["../a.py", "/a.py", "C:\\x\\a.py", "x\\..\\..\\a.py"])
def test_a_member_that_leads_out_is_not_taken_and_its_neighbour_is(name):
    found = read(zipped({name: GOOD, "b.py": GOOD}))
    assert found.pop("b.py") == GOOD
    ((_, fault),) = found.items()
    assert "leads out of its archive" in fault


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (stat.S_IFLNK | 0o777, "is a link"),
        (stat.S_IFIFO | 0o600, "a pipe"),
        (stat.S_IFCHR | 0o600, "a device"),
    ],
)
def test_what_is_no_ordinary_file_is_not_taken(mode, words):
    found = read(zipped({special("a.py", mode): b"/etc/passwd", "b.py": GOOD}))
    assert words in found["a.py"] and found["b.py"] == GOOD


def test_an_encrypted_member_is_named():
    found = read(patched(zipped({"a.py": GOOD, "b.py": GOOD}), 8, b"\x01\x00"))
    assert "is encrypted" in found["a.py"] and found["b.py"] == GOOD


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_cannot_be_bounded_is_not_inflated(how):
    assert (
        "unusual way" in read(zipped({"a.py": b"0" * 10**7}, how), Limits(9, 10**9, 10**5))["a.py"]
    )


def test_a_nul_in_a_name_does_not_hide_the_rest_of_it():
    content = zipped({"a.pyN.txt": GOOD}).replace(b"a.pyN.txt", b"a.py\0.txt")
    assert "NUL" in read(content)["a.py"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"no zip at all" * 99,
        zipped({"a.py": GOOD})[:-10],
        zipped({"a.py": GOOD}).replace(CENTRAL, b"PK\x01\x09"),
        patched(zipped({"a.py": GOOD}), 6, b"\xff\x00"),
        patched(zipped({"a.py": GOOD}), 8, struct.pack("<H", 0x800)).replace(b"a.py", b"\xff.py"),
    ],
)
def test_a_broken_zip_is_refused_in_one_sentence(content):
    with pytest.raises(Unreadable, match=r"damaged .*: pack it again$"):
        read(content)


def test_a_member_that_lies_about_its_content_is_not_taken_and_its_neighbour_is():
    content = zipped({"a.py": GOOD * 9, "b.py": GOOD}, zipfile.ZIP_STORED)
    found = read(content.replace(b"good", b"evil", 1))
    assert "damaged" in found["a.py"] and found["b.py"] == GOOD


def test_a_zip_without_its_start_has_damaged_members():
    content = zipped({"a.py": GOOD, "b.py": GOOD})[10:]
    found = read(content)
    assert "damaged" in found["a.py"] and found["b.py"] == GOOD


@pytest.mark.parametrize(("offset", "size"), [(24, 3), (20, 1), (20, 900), (42, 900)])
def test_a_member_that_lies_about_its_sizes_or_place_is_not_taken(offset, size):
    content = patched(zipped({"a.py": GOOD * 9}), offset, struct.pack("<I", size))
    try:
        assert "damaged" in read(content)["a.py"]
    except Unreadable as fault:
        assert "overlap" in str(fault)


def test_sizes_of_zip64_that_cannot_be_are_refused():
    content = zipped({"a.py": GOOD})
    extra = struct.pack("<HHQ", 1, 8, 2**63)
    content = patched(content, 24, b"\xff\xff\xff\xff")
    content = patched(content, 30, struct.pack("<H", len(extra)))
    name_end = content.index(CENTRAL) + 46 + 4
    content = content[:name_end] + extra + content[name_end:]
    end = content.index(b"PK\x05\x06")
    listed = struct.pack("<I", 46 + 4 + len(extra))
    content = content[: end + 12] + listed + content[end + 16 :]
    with pytest.raises(Unreadable, match="inflates to more than"):
        read(content)


def test_members_that_share_their_bytes_are_refused():
    content = zipped({"a.py": GOOD * 9, "b.py": GOOD})
    with pytest.raises(Unreadable, match="members that overlap"):
        second = content.index(CENTRAL, content.index(CENTRAL) + 4) + 42
        read(content[:second] + struct.pack("<I", 0) + content[second + 4 :])


def test_more_members_than_the_limit_are_refused():
    content = zipped({f"{number}.py": b"" for number in range(11)})
    assert len(read(content, Limits(11, 1024**2, 100))) == 11
    with pytest.raises(Unreadable, match="more than 10 members"):
        read(content, Limits(10, 1024**2, 100))


def test_a_directory_out_of_all_proportion_is_not_even_read():
    content = zipped({f"{'n' * 5000}{number}": b"" for number in range(3)})
    with pytest.raises(Unreadable, match="lists more members"):
        read(content, Limits(10, 1024**2, 100))


def test_a_bomb_is_refused_by_its_ratio_and_by_its_size(monkeypatch):
    content = zipped({"a.txt": bytes(500_000)})
    with pytest.raises(Unreadable, match="inflates to more than"):
        read(content, Limits(10, 499_999, 10**5))
    assert read(content)
    monkeypatch.setattr(archives, "ALWAYS_FINE", 1000)
    with pytest.raises(Unreadable, match="inflates to more than"):
        read(content)
