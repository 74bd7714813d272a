import pytest

from grading.classroom.intake.entries import Entry, Listing, Unreadable, inside, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada", "Ada"),
        ("e\u0301", "\u00e9"),
        ("שרה", "שרה"),
        ("می\u200cروم", "می\u200cروم"),
        ("👩\u200d💻 Li", "👩\u200d💻 Li"),
        ("a\nb\x00\x1b[31m", "a\\nb\\x00\\x1b[31m"),
        ("\u202egpj.py", "\\u202egpj.py"),
        ("line\u2028end", "line\\u2028end"),
        ("caf\udce9", "caf\\xe9"),
        ("", ""),
    ],
)
def test_a_name_is_nfc_and_has_nothing_that_is_not_seen(text, shown):
    assert visible(text) == shown
    shown.encode("utf-8")


@pytest.mark.parametrize("raw", ["/a.py", "../a.py", "x/../../a.py", "C:\\a.py", "c:/a.py", ".."])
def test_a_path_that_leads_out_of_its_archive_has_a_fault(raw):
    path, fault = inside(raw)
    assert path == raw and "leads out" in fault


@pytest.mark.parametrize("raw", ["./x//a.py", "x/./a.py", "x/a.py/"])
def test_empty_parts_of_a_path_mean_nothing(raw):
    assert inside(raw) == ("x/a.py", "")


def test_dots_at_the_end_of_a_name_are_no_way_out():
    assert inside("x../a..py. ") == ("x../a..py. ", "")


def test_a_listing_has_folders_that_only_show_in_the_paths_of_what_is_in_them():
    listing = Listing([Entry("b/x/1.py"), Entry("a.zip"), Entry("c", is_folder=True)])
    assert [(each.path, each.is_folder) for each in listing.children("")] == [
        ("a.zip", False),
        ("b", True),
        ("c", True),
    ]
    assert [each.path for each in listing.children("b")] == ["b/x"]


def test_a_listing_walks_below_a_folder_and_not_into_those_of_the_same_beginning():
    listing = Listing([Entry("b/1.py"), Entry("b.zip"), Entry("bb/2.py"), Entry("b/.git/3.py")])
    assert [each.path for each in listing.walk("b")] == ["b/1.py"]


def test_a_file_is_read_up_to_the_limit_and_no_byte_further():
    asked = []

    def content(limit: int) -> bytes:
        asked.append(limit)
        return b"x" * min(limit, 5)

    entry = Entry("a.py", content)
    assert entry.read(5) == b"xxxxx"
    with pytest.raises(Unreadable, match="is larger than"):
        entry.read(4)
    assert asked == [6, 5]


def test_an_entry_with_a_fault_is_never_read():
    entry = Entry("a.py", lambda _limit: pytest.fail("it was read"), fault="is a link")
    with pytest.raises(Unreadable, match="is a link"):
        entry.read(5)
