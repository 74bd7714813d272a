import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grading.classroom.export.base import CannotExport
from grading.classroom.export.sheet import Sheet

CELLS = st.text(st.sampled_from('ab ,;"\n\r=é'), max_size=6)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("sheet") / "list.csv"


def sheet_of(file, content: bytes) -> Sheet:
    file.write_bytes(content)
    return Sheet(file)


@settings(deadline=None, derandomize=True)
@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_cells_are_what_the_standard_library_reads_and_the_rest_stays(file, rows, quoting):
    buffer = io.StringIO()
    csv.writer(buffer, quoting=quoting).writerows([["a", "b", "c", "d"], *rows])
    content = buffer.getvalue().encode()
    sheet = sheet_of(file, content)
    read = [
        [sheet.value(row, column) for column in range(len(cells))]
        for row, cells in enumerate(rows, 1)
    ]
    assert read == rows
    assert str(sheet).encode() == content
    sheet.set(1, 1, 'new,\n"and" old')
    changed = list(csv.reader(io.StringIO(str(sheet), newline="")))
    assert changed[1] == [rows[0][0], 'new,\n"and" old', *rows[0][2:]]
    assert changed[2:] == rows[1:]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_that_of_the_header(file, delimiter):
    content = delimiter.join("abc") + "\n" + delimiter.join(['"1,5;\t"', "2", "3"])
    sheet = sheet_of(file, content.encode())
    assert sheet.header == ["a", "b", "c"]
    sheet.set(1, 2, f"4{delimiter}5")
    assert str(sheet) == content[:-1] + f'"4{delimiter}5"'


def test_a_new_column_is_in_every_row_but_the_blank_ones(file):
    sheet = sheet_of(file, '\ufeffa,b\r\n1\r\n\r\n"x",y\r\n'.encode())
    sheet.set(3, sheet.add_column("new"), "7")
    assert str(sheet) == '\ufeffa,b,new\r\n1,,\r\n\r\n"x",y,7\r\n'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"a,b\n\xff,1\n", "is not UTF-8"),
        (b'a,b\n"1,2\n', "line 2: a quotation mark is not closed"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(file, content, sentence):
    with pytest.raises(CannotExport, match=sentence):
        sheet_of(file, content)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotExport, match=r"none\.csv cannot be read: No such file"):
        Sheet(tmp_path / "none.csv")
