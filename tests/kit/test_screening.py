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


ALLOWED = ("threading", "concurrent.futures", "queue", "types")


def import_fault(tmp_path, source: str) -> str | None:
    file = tmp_path / "counter.py"
    file.write_text(source, encoding="utf-8")
    fault = screen(file, ALLOWED)
    assert fault is None or fault.status == "invalid"
    return fault and fault.sentence


@pytest.mark.parametrize(
    "source",
    [
        "import threading, queue as q",
        "import concurrent.futures.thread",
        "from concurrent import futures",
        "from concurrent.futures import *",
        "from threading import Thread, Lock",
        "def f():\n    from queue import Queue",
        "threading = __import__('threading')",
        "words = 'import subprocess'  # import subprocess",
    ],
)
def test_an_import_that_is_allowed_is_no_fault_however_it_is_written(tmp_path, source):
    assert import_fault(tmp_path, source) is None


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("import subprocess", "subprocess"),
        ("import threading, os.path as p", "os.path"),
        ("from subprocess import run", "subprocess.run"),
        ("from concurrent import interpreters", "concurrent.interpreters"),
        ("import concurrent", "concurrent"),
        ("import threadings", "threadings"),
        ("__import__('subprocess').run", "subprocess"),
        ("loader.import_module('subprocess')", "subprocess"),
        ("import_module('subprocess')", "subprocess"),
        ("from . import counter", ".counter"),
        ("from .helper import f", ".helper.f"),
    ],
)
def test_an_import_that_is_not_allowed_is_named_with_its_line(tmp_path, line, module):
    fault = import_fault(tmp_path, f"import queue\n\nif queue:\n    {line}\nimport zlib\n")
    assert (
        fault
        and f"counter.py, line 4: this exercise does not allow the import of {module}: " in fault
    )
    assert "\n" not in fault


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        ("import Thread", "did you mean threading?"),
        ("from Queue import Queue", "did you mean queue?"),
        ("import ctypes", "look up in exercises/index.toml what may be imported."),
        ("from .helper import f", "write what it needs into this file, which is judged alone."),
    ],
)
def test_it_is_said_what_to_do_without_the_import(tmp_path, source, advice):
    fault = import_fault(tmp_path, source)
    assert fault and fault.endswith(advice)


def test_without_a_list_anything_may_be_imported(tmp_path):
    (tmp_path / "counter.py").write_text("import subprocess", encoding="utf-8")
    assert screen(tmp_path / "counter.py") is None
