"""What a submission cannot reach, seen from inside: each test runs a solution that tries, in a suite of its own."""

import os
import socket
import sys
import textwrap
from pathlib import Path

import pytest

from grading import isolation, warm
from grading.index import Exercise
from grading.judge import judge

IMPORTS = ("os", "queue", "socket", "subprocess", "sys", "tempfile", "threading", "time")
DEMO = Exercise("03_demo/x", "Try", 1, (), (), IMPORTS)
SUITE = """
import pytest
from grading.testing import expect

@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_it(exercise):
    expect("attempt()", got=exercise.attempt(), expected="done")
"""
INDEX = f"""
imports = {[*IMPORTS]}

[[exercise]]
id = "03_demo/x"
title = "Try"
points = 1
defines = ["attempt()"]
hints = ["none"]
"""
SEPARATE = pytest.mark.usefixtures("separate")
CONFINED = pytest.mark.skipif(sys.platform != "linux", reason="no Landlock here")


@pytest.fixture
def attempt(tmp_path):
    """What becomes of a solution whose `attempt()` has this body: the failure's text, "" if it gave "done"."""

    def run(body, deadline=20.0):
        solution = f"import {', '.join(IMPORTS)}\ndef attempt():\n{textwrap.indent(body.strip(), '    ')}\n"
        files = {
            "exercises/index.toml": INDEX,
            "tests/03_demo/test_x.py": SUITE,
            "reference/03_demo/x.py": "def attempt(): return 'done'",
            "alice/03_demo/x.py": solution,
            "bob/03_demo/x.py": "secret = 1",
        }
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        result = judge(DEMO, tmp_path / "alice", root=tmp_path, deadline=deadline)
        run.isolation = result.isolation
        assert result.status in ("passed", "failed"), result
        return result.tests[0].message

    return run


@pytest.fixture
def separate(attempt):
    """Skip where this system allows no namespaces."""
    attempt("return 'done'")
    if isolation.NAMESPACES not in attempt.isolation:
        pytest.skip(attempt.isolation)


def test_the_result_says_which_isolation_is_in_force(attempt):
    assert attempt("return 'done'") == ""
    landlock, namespaces, limits = attempt.isolation.split("; ")
    assert "Landlock" in landlock and "namespaces" in namespaces and "limits" in limits


@CONFINED
@pytest.mark.parametrize(
    "place", ["reference/03_demo/x.py", "bob/03_demo/x.py", "alice/03_demo/x.py"]
)
def test_neither_the_reference_nor_another_submission_can_be_read(attempt, tmp_path, place):
    assert "Permission denied" in attempt(f"return open({str(tmp_path / place)!r}).read()")


@CONFINED
def test_nothing_is_written_outside_of_the_own_temporary_folder(attempt, tmp_path):
    target = tmp_path / "written"
    assert "Permission denied" in attempt(f"open({str(target)!r}, 'w')")
    assert not target.exists()
    assert "Permission denied" in attempt(f"os.mkdir({str(target)!r})")


def test_the_own_temporary_folder_can_be_written_to_and_is_gone_afterwards(attempt, tmp_path):
    attempt("open('here', 'w').write('x')\nreturn tempfile.mkdtemp() + os.getcwd()")
    told = attempt("open('here', 'w').write('x')\nreturn os.getcwd()")
    folder = next(word for word in told.split() if "judged-" in word).strip("'")
    assert not Path(folder).exists()


def test_the_solution_is_named_as_the_learner_knows_it(attempt):
    assert attempt("return __file__").splitlines()[1] == "got       'alice/03_demo/x.py'"


@SEPARATE
def test_a_server_of_this_machine_is_out_of_reach(attempt):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert "refused" in attempt(f"socket.create_connection(('127.0.0.1', {port}))")


def test_a_server_of_its_own_is_within_reach(attempt):
    body = """
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname())
return "done"
"""
    assert attempt(body) == ""


@SEPARATE
def test_other_processes_can_neither_be_seen_nor_ended(attempt):
    assert "No such process" in attempt(f"os.kill({os.getpid()}, 9)")
    assert attempt("os.kill(-1, 9)").count("No such process") == 1


@CONFINED
def test_what_the_system_tells_of_processes_cannot_be_read(attempt):
    assert "Permission denied" in attempt(f"return open('/proc/{os.getpid()}/environ').read()")


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit it")
def test_memory_is_limited(attempt):
    assert "MemoryError" in attempt("return len(bytearray(3 * 10**9))")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits")
def test_open_files_are_limited(attempt):
    assert "Too many open files" in attempt("kept = [open(os.devnull) for _ in range(5_000)]")


@SEPARATE
def test_all_that_is_written_is_limited(attempt):
    body = """
for number in range(100):
    open(str(number), "wb").write(bytes(10_000_000))
"""
    assert "No space left" in attempt(body)


@SEPARATE
def test_processes_are_limited(attempt):
    body = """
while True:
    if os.fork() == 0:
        time.sleep(600)
"""
    assert "Resource temporarily unavailable" in attempt(body)


def test_a_file_of_the_submission_that_is_not_the_exercises_own_is_never_read(attempt, tmp_path):
    for name in ("conftest", "threading", "sitecustomize", "queue", "03_demo/conftest"):
        file = tmp_path / "alice" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("raise SystemExit('read')")
    (tmp_path / "alice/pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (tmp_path / "alice/evil.pth").write_text("import os; os._exit(0)\n")
    (tmp_path / "alice/pyproject.toml").write_text("[tool.pytest.ini_options]\ntimeout = 0.01\n")
    assert attempt("import queue\nreturn 'done' if queue.Queue else ''") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_out_of_the_submission_is_not_followed(tmp_path):
    reference = tmp_path / "reference.py"
    reference.write_text("def attempt(): return 'done'")
    link = tmp_path / "alice/03_demo/x.py"
    link.parent.mkdir(parents=True)
    link.symlink_to(reference)
    suite = tmp_path / DEMO.suite
    suite.parent.mkdir(parents=True)
    suite.write_text(SUITE)
    result = judge(DEMO, tmp_path / "alice", root=tmp_path)
    assert (result.status, result.score) == ("invalid", 0)
    assert "link to a file outside" in result.message


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""], ids=["mark", "plain"])
def test_a_byte_order_mark_and_windows_line_ends_are_judged_like_any_other(tmp_path, start):
    for name, content in (
        ("exercises/index.toml", INDEX.encode()),
        ("tests/03_demo/test_x.py", SUITE.encode()),
        ("alice/03_demo/x.py", start + b"def attempt():\r\n    return 'done'\r\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert judge(DEMO, tmp_path / "alice", root=tmp_path).status == "passed"


def test_where_no_process_can_be_forked_the_started_one_is_confined_too(attempt, monkeypatch):
    monkeypatch.setattr(warm, "AVAILABLE", False)
    assert attempt("return 'done'") == ""
    assert "not forked" in attempt.isolation


def test_no_frame_of_the_child_shows_what_makes_a_line_of_the_report_count(tmp_path):
    """Looked for from the suite, which sees everything."""
    suite = """
import re, traceback
import pytest

@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_it(exercise):
    stack = traceback.StackSummary.extract(traceback.walk_stack(None), capture_locals=True)
    shown = str([frame.locals for frame in stack])
    assert "03_demo" in shown
    assert not re.findall(r"[0-9a-f]{32}", shown)
"""
    for name, text in (
        ("exercises/index.toml", INDEX),
        ("tests/03_demo/test_x.py", suite),
        ("alice/03_demo/x.py", "def attempt(): ...\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = judge(DEMO, tmp_path / "alice", root=tmp_path)
    assert result.status == "passed", result.tests[0].message
