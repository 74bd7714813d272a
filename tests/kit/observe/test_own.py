"""Each judges in a child, as the command does."""

import re

import pytest

from grading import commands
from grading.observe.own import judge_own, observe_own
from grading.observe.reading import read
from tests.kit.pages import Page

LOST = """
import threading

from helpers import bump, counter

def test_lost():
    threads = [threading.Thread(target=bump, name=name) for name in "AB"]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    assert counter.n == 2
"""
HELPERS = """
class Counter: n = 0

counter = Counter()

def bump():
    counter.n += 1
"""
MANY = """
import queue, threading
import click
from grading.testing import expect

def test_queue():
    items = queue.Queue()
    thread = threading.Thread(target=items.put, args=(1,))
    thread.start()
    expect("what came", got=items.get(), expected=1)
    thread.join()

def test_in_a_thread():
    def work(): assert 1 == 2
    thread = threading.Thread(target=work, name="W")
    thread.start()
    thread.join()

def test_socket():
    import socket
    socket.create_connection(("127.0.0.1", 9))

def test_exec():
    found = {}
    def work(): exec("found = 1", found)
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()

def test_fixture(tmp_path): pass
"""


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """A file of the learner's own, in the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(text, **beside):
        for name, content in {"mine": text, **beside}.items():
            (tmp_path / f"{name}.py").write_text(content, encoding="utf-8")

    return write


def test_a_race_in_a_module_beside_the_file_is_shown_and_can_be_replayed(mine, capsys):
    """The module is executed anew for every schedule, and has switch points too."""
    mine(LOST, helpers=HELPERS)
    assert commands.run(["explore", "mine.py"]) == 1
    text = capsys.readouterr().out
    assert "called    counter.n\ngot       1\nexpected  2" in text
    assert "both read n = 0" in text
    assert "in a folder with mine.py and helpers.py alone" in " ".join(text.split())
    command = re.search(r"replay: {2}\S+ -m nox -s explore -- (mine.py::test_lost .*)", text)[1]
    assert commands.run(["explore", *command.split()]) == 1
    assert capsys.readouterr().out == text


def test_a_right_program_is_proved(mine, capsys):
    locked = HELPERS.replace("class", "import threading\n\nlock = threading.Lock()\n\nclass", 1)
    mine(LOST, helpers=locked.replace("    counter.n", "    with lock: counter.n"))
    assert commands.run(["explore", "mine.py"]) == 0
    assert re.search(r"ok +test_lost \(model\): proved by \d+ schedules", capsys.readouterr().out)


def test_what_is_not_controlled_is_said(mine, capsys):
    mine(MANY)
    assert commands.run(["explore", "mine.py"]) == 1
    text = " ".join(capsys.readouterr().out.split())
    assert "ok test_queue (model): proved" in text
    assert "an exception escaped from thread W: AssertionError: 1: got 1, expected 2" in text
    assert "NO test_socket: not judged" in text
    assert "the grader cannot control sockets" in text
    assert "test_exec: exec has no switch points" in text
    assert "No switch points are in click" in text
    assert re.search(r"mine\.py, line \d+: test_fixture asks for tmp_path", text)


def test_its_picture_is_drawn_if_asked(mine, tmp_path, capsys):
    mine(LOST, helpers=HELPERS)
    assert commands.run(["explore", "mine.py", "--picture", "mine.html"]) == 1
    assert f"The picture is in\n    {tmp_path / 'mine.html'}\n" in capsys.readouterr().out
    page = Page(tmp_path / "mine.html")
    assert page.texts("h1") == ["mine.py"] and "failed test_lost" in page.texts("p")
    assert page.texts("h3") == ["helpers.py", "mine.py"]


@pytest.mark.parametrize(
    "arguments",
    [["--picture", "no/such/folder.html"], ["--picture", "m.html", "--schedule", "1.2"]],
)
def test_a_picture_that_cannot_be_drawn_is_refused_before_anything_is_judged(
    mine, capsys, arguments
):
    mine(LOST, helpers=HELPERS)
    assert commands.run(["explore", "mine.py", *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_its_picture_has_its_source_and_its_name(mine):
    mine(LOST, helpers=HELPERS)
    document = observe_own(read("mine.py"), None, 60).document
    assert (document["title"], document["test"]) == ("mine.py", "test_lost")
    assert document["files"].keys() == {"mine.py", "helpers.py"}
    assert document["claim"].startswith("called    counter.n\n")
    assert document["status"] == "failed"


def test_a_file_may_be_called_as_a_module_of_the_library_and_catch_what_it_expects(mine, tmp_path):
    text = (
        "import pytest, queue\n\n"
        "def test_it():\n    with pytest.raises(queue.Empty):\n        queue.Queue().get(False)\n"
    )
    (tmp_path / "queue.py").write_text(text, encoding="utf-8")
    result, _ = judge_own(read("queue.py"), None, 60)
    assert result.status == "passed"


def test_a_module_of_a_package_beside_the_file_has_switch_points_and_relative_imports(
    mine, tmp_path
):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack/__init__.py").write_text("from .inner import bump, counter\n")
    (tmp_path / "pack/inner.py").write_text(HELPERS)
    mine(LOST.replace("helpers", "pack"))
    result, _ = judge_own(read("mine.py"), None, 60)
    assert "both read n = 0" in result.tests[0].message


def test_a_file_that_cannot_be_imported_says_why(mine):
    mine("import threading\n1 / 0\n\ndef test_it(): pass\n")
    result, _ = judge_own(read("mine.py"), None, 60)
    assert result.status == "invalid"
    assert result.message.startswith("mine.py cannot be imported: ZeroDivisionError")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["other.py"], "There is no file other.py. Did you mean helpers.py?"),
        (["mine.py", "--schedule", "3-1"], "a token looks like"),
        (["helpers.py"], "has no test"),
    ],
)
def test_wrong_usage_is_2_with_a_sentence(mine, capsys, arguments, words):
    mine(LOST, helpers=HELPERS)
    assert commands.run(["explore", *arguments]) == 2
    assert words in capsys.readouterr().err
