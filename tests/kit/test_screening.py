import pytest

from grading.screening import screen


def test_a_file_that_is_not_there_is_missing(tmp_path):
    fault = screen(tmp_path / "counter.py")
    assert fault and fault.status == "missing"
    assert "counter.py is missing" in fault.sentence


def test_a_folder_in_place_of_the_file_is_missing(tmp_path):
    (tmp_path / "counter.py").mkdir()
    fault = screen(tmp_path / "counter.py")
    assert fault and fault.status == "missing"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "counter.py is empty"),
        (b" \r\n\n", "counter.py is empty"),
        (b"\xef\xbb\xbf", "counter.py is empty"),
        (b"x = 1\ny = '\xe9'\n", "counter.py, line 2, is not UTF-8"),
        ("x = 1\n".encode("utf-16"), "counter.py, line 1, is not UTF-8"),
        (b"x = 1\ndef f(:\n", "counter.py, line 2: Python cannot read this line"),
        (b"x = 1\nreturn x\n", "counter.py, line 2: Python cannot read this line"),
        (b"x = 1\x00\n", "counter.py"),
        (b"x = " + b"(" * 5000 + b")" * 5000, "counter.py"),
    ],
)
def test_a_file_that_python_cannot_read_gets_one_sentence(tmp_path, content, words):
    file = tmp_path / "counter.py"
    file.write_bytes(content)
    fault = screen(file)
    assert fault and fault.status == "invalid"
    assert words in fault.sentence
    assert fault.sentence.endswith(".") and "\n" not in fault.sentence


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfx = 1\r\n", b"x = 1\r\ny = 2", b"# only this"])
def test_a_byte_order_mark_and_any_line_ends_are_fine(tmp_path, content):
    file = tmp_path / "counter.py"
    file.write_bytes(content)
    assert screen(file) is None
