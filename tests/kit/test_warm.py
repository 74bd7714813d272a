"""Children that are forked from a warm process behave like children that were started."""

import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from grading import warm
from grading.child import Child
from grading.index import ROOT
from grading.judged import Task

pytestmark = pytest.mark.skipif(not warm.AVAILABLE, reason="no process can be forked here")


def run(tmp_path, body, deadline=50.0, is_last=lambda line: False):
    """What becomes of a child whose one test has this body."""
    test = f"""
    import os, sys, time, subprocess

    def test_it(pytestconfig):
        {body}
    """
    file = tmp_path / "test_it.py"
    file.write_text(textwrap.dedent(test), encoding="utf-8")
    box = Path(tempfile.mkdtemp(prefix="box-", dir=tmp_path))
    alone = ["--rootdir=.", "--confcutdir=.", "-q", "-s", "-p", "no:cacheprovider"]
    task = Task(["test_it.py", *alone], str(box), {"test_it.py": str(file)}, "nonce", 50)
    return Child(box, {}, is_last, task).run(deadline)


def test_child_prints_and_exits(tmp_path):
    ended = run(tmp_path, "print('hello')")
    assert (ended.how, ended.code) == ("exited", 0)
    assert "hello" in ended.output


def test_failing_run_gives_its_exit_code(tmp_path):
    assert run(tmp_path, "assert False").code == 1
    assert run(tmp_path, "os._exit(7)").code == 7


def test_child_that_cannot_be_prepared_ends_as_pytest_does_by_a_fault_of_its_own(tmp_path):
    task = Task([], str(tmp_path), {"there.py": str(tmp_path / "missing.py")}, "nonce", 50)
    ended = Child(tmp_path, {}, lambda line: False, task).run(50)
    assert (ended.how, ended.code) == ("exited", 3)
    assert "missing.py" in ended.output


def test_child_works_in_its_box(tmp_path):
    folder, home = run(tmp_path, "print(os.getcwd(), os.environ['HOME'])").output.split()[:2]
    assert folder == home and Path(folder).name.startswith("box-")


def test_child_is_forked_from_a_process_that_has_the_kit_imported(tmp_path):
    assert "True" in run(tmp_path, "print('grading.engine.explore' in sys.modules)").output


def test_nothing_of_one_child_is_left_to_the_next(tmp_path):
    run(tmp_path, "sys.modules['left'] = sys; os.environ['LEFT'] = '1'; open('left', 'w')")
    left = "'left' in sys.modules or 'LEFT' in os.environ or os.path.exists('left')"
    assert "False" in run(tmp_path, f"print({left})").output


@pytest.mark.parametrize("group", ["", ", start_new_session=True"], ids=["group", "session"])
def test_all_that_a_child_started_is_killed_with_it_at_the_deadline(tmp_path, group):
    mark = f"mark-{tmp_path.name}"
    sleeping = f"[sys.executable, '-c', 'import time; time.sleep(600)', {mark!r}]"
    start = f"subprocess.Popen({sleeping}{group}); print('started', flush=True)"
    ended = run(tmp_path, f"{start}; time.sleep(600)", deadline=8)
    assert ended.how == "deadline" and "started" in ended.output
    assert is_gone(mark)


def test_orphan_is_killed_when_the_child_has_ended(tmp_path):
    mark = f"mark-{tmp_path.name}"
    sleeping = f"[sys.executable, '-c', 'import time; time.sleep(600)', {mark!r}]"
    start = f"subprocess.Popen({sleeping}, start_new_session=True)"
    assert run(tmp_path, f"if os.fork() == 0: {start}; os._exit(0)").how == "exited"
    assert is_gone(mark)


def test_child_that_says_the_end_is_over(tmp_path):
    ended = run(tmp_path, "time.sleep(600)", is_last=lambda line: b"isolation" in line)
    assert ended.how == "finished"


def test_no_test_begins_before_a_late_file_has_come(tmp_path):
    suite = "from pathlib import Path\n\ndef test_it(): print(Path('a/late.txt').read_text())"
    (tmp_path / "test_it.py").write_text(suite, encoding="utf-8")
    box = tempfile.mkdtemp(prefix="box-", dir=tmp_path)
    files = {"test_it.py": str(tmp_path / "test_it.py")}
    arguments = ["test_it.py", "--rootdir=.", "-q", "-s", "-p", "no:cacheprovider"]
    task = Task(arguments, box, files, "nonce", 50, late="a/late.txt")
    running = Child(Path(box), {}, lambda line: False, task).start()
    assert running.is_alive
    running.feed(b"here it is")
    ended = running.wait(50)
    assert (ended.how, ended.code) == ("exited", 0)
    assert "here it is" in ended.output


def test_child_that_waits_for_a_late_file_can_be_killed(tmp_path):
    task = Task(["."], str(tmp_path), {}, "nonce", 50, late="late.txt")
    running = Child(tmp_path, {}, lambda line: False, task).start()
    running.kill()
    assert running.wait(50).how == "exited"
    assert not running.is_alive


PARENT = """
import os
import sys
from pathlib import Path

from grading import warm
from grading.judged import Task

child = warm.fork(Task(["--version"], sys.argv[1], {}, "nonce", 50), os.pipe()[1])
child.wait()
for status in Path("/proc").glob("[0-9]*/status"):
    if f"PPid:\\t{os.getpid()}\\n" in status.read_text():
        print(status.parent.name)
"""


def test_warm_process_ends_with_its_parent(tmp_path):
    printed = subprocess.run(
        [sys.executable, "-c", PARENT, tmp_path],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    assert printed.split()
    assert all(is_over(Path("/proc", pid)) for pid in printed.split())


def is_gone(mark):
    """Whether no process has this in its command line, after a moment in which it may vanish."""
    found = [path.parent for path in Path("/proc").glob("[0-9]*/cmdline") if mark in text_of(path)]
    return all(is_over(process) for process in found)


def is_over(process):
    for _ in range(3_000):  # a vanishing process is waited for, a living one is a failure
        stat = text_of(process / "stat")
        if not stat or stat.rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def text_of(path):
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""
