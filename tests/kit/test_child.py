import os
import sys
import time
from pathlib import Path

import pytest

from grading import warm
from grading.child import Child, Ended
from grading.judged import Task

FOR_EVER = 300.0  # a deadline that no test of this file ever meets
BY_FILE = pytest.mark.parametrize("by_file", [False, True], ids=["pipe", "file"])
NO_GROUPS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups")

REPORT = """
import os, subprocess, sys, time
target = sys.argv[1]
report = open(int(target) if target.isdigit() else target, "ab", 0)
"""


def run(
    script: str, tmp_path: Path, deadline: float = FOR_EVER, by_file: bool | None = None
) -> Ended:
    child = Child(
        folder=tmp_path,
        environment=os.environ,
        is_last=lambda line: line == b"last",
        command=lambda target: [sys.executable, "-c", REPORT + script, target],
    )
    return child.run(deadline) if by_file is None else child.run(deadline, by_file=by_file)


@BY_FILE
def test_a_child_that_exits_hands_over_its_report_output_and_code(tmp_path, by_file):
    ended = run("report.write(b'hello'); print('seen'); sys.exit(7)", tmp_path, by_file=by_file)
    assert (ended.how, ended.code, ended.report) == ("exited", 7, b"hello")
    assert ended.output.split() == ["seen"]


@BY_FILE
def test_a_child_is_over_with_its_last_line_even_if_it_lives_on(tmp_path, by_file):
    ended = run("report.write(b'first\\nlast\\n'); time.sleep(3600)", tmp_path, by_file=by_file)
    assert (ended.how, ended.report) == ("finished", b"first\nlast\n")


@BY_FILE
def test_a_child_that_never_ends_is_killed_and_its_report_kept(tmp_path, by_file):
    script = "report.write(b'begun'); time.sleep(3600)"
    ended = run(script, tmp_path, deadline=2, by_file=by_file)
    assert (ended.how, ended.report) == ("deadline", b"begun")


def test_a_child_that_closed_its_streams_but_lives_on_is_killed(tmp_path):
    script = "report.close(); os.close(0); os.close(1); os.close(2); time.sleep(3600)"
    assert run(script, tmp_path, deadline=1).how == "deadline"


def test_a_child_that_prints_without_end_is_killed_and_only_the_tail_is_kept(tmp_path):
    ended = run("while True: print('x' * 1000)", tmp_path)
    assert ended.how == "flooded"
    assert len(ended.output) <= 4_000


@BY_FILE
def test_a_child_that_reports_without_end_is_killed(tmp_path, by_file):
    ended = run("while True: report.write(b'x' * 1000)", tmp_path, by_file=by_file)
    assert ended.how == "flooded"


@NO_GROUPS
def test_a_child_ended_by_a_signal_has_its_negative_number_as_code(tmp_path):
    ended = run("os.kill(os.getpid(), 9)", tmp_path)
    assert (ended.how, ended.code) == ("exited", -9)


@NO_GROUPS
def test_a_grandchild_is_killed_with_its_group(tmp_path):
    script = """
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
report.write(str(grandchild.pid).encode())
"""
    ended = run(script, tmp_path)
    assert ended.how == "exited"
    _await_death(int(ended.report))


@NO_GROUPS
def test_a_grandchild_that_left_the_group_and_holds_the_pipes_blocks_nobody(tmp_path):
    script = """
grandchild = subprocess.Popen(
    [sys.executable, "-c", "import time; time.sleep(3600)"],
    start_new_session=True,
    pass_fds=[report.fileno()],
)
report.write(str(grandchild.pid).encode())
"""
    ended = run(script, tmp_path)
    os.kill(int(ended.report), 9)
    assert ended.how == "exited"


@NO_GROUPS
def test_a_child_cannot_take_the_judge_with_it(tmp_path):
    assert run("os.killpg(os.getpgid(0), 9)", tmp_path).how == "exited"


def _await_death(pid: int) -> None:
    """Returns when nobody has that process id, or only a zombie; else pytest-timeout strikes."""
    while _is_running(pid):
        time.sleep(0.01)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and ") Z " in status.read_text())


def test_a_started_child_reads_its_task_and_then_what_comes_late(tmp_path):
    script = "import json; n = sys.stdin.buffer; print(json.loads(n.readline())['late'], n.read())"
    command = [sys.executable, "-c", f"import sys; {script}"]
    task = Task([], str(tmp_path), {}, "nonce", 50, late="x.py")
    child = Child(tmp_path, os.environ, lambda _: False, task, lambda _: command)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(warm, "AVAILABLE", False)
        running = child.start()
    running.feed(b"n = 1")
    assert running.wait(FOR_EVER).output.split() == ["x.py", "b'n", "=", "1'"]
