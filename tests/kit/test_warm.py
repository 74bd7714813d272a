"""Children that are forked from a warm process behave like children that were started."""

import os
import subprocess
import sys
import textwrap
import time

import pytest

from grading import warm
from grading.child import PYTEST, Child
from grading.index import ROOT

pytestmark = pytest.mark.skipif(not warm.AVAILABLE, reason="no process can be forked here")
LAST = b"the end\n"


def run(tmp_path, body, deadline=50.0, **environment):
    """What becomes of a child whose one test has this body; `report` is where it can report to."""
    test = f"""
    import os, sys, time, subprocess

    def test_it(pytestconfig):
        report = int(os.environ["REPORT"])
        {body}
    """
    (tmp_path / "test_it.py").write_text(textwrap.dedent(test), encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        "import os\n\n\ndef pytest_addoption(parser):\n    parser.addoption('--to')\n\n\n"
        "def pytest_configure(config):\n    os.environ['REPORT'] = config.getoption('to')\n",
        encoding="utf-8",
    )
    child = Child(
        command=lambda target: [*PYTEST, "-q", "-s", "-p", "no:cacheprovider", "--to", target],
        folder=tmp_path,
        environment={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment},
        is_last=lambda line: line == LAST.strip(),
        is_pytest=True,
    )
    return child.run(deadline)


def test_child_reports_prints_and_exits(tmp_path):
    ended = run(tmp_path, "print('hello'); os.write(report, b'all\\n')")
    assert (ended.how, ended.code, ended.report) == ("exited", 0, b"all\n")
    assert "hello" in ended.output


def test_failing_run_gives_its_exit_code(tmp_path):
    assert run(tmp_path, "assert False").code == 1
    assert run(tmp_path, "os._exit(7)").code == 7


def test_child_has_the_folder_and_the_environment_that_it_was_given(tmp_path):
    said = "os.write(report, f'{os.getcwd()} {os.environ[\"COLOUR\"]}'.encode())"
    ended = run(tmp_path, said, COLOUR="green")
    assert ended.report.decode() == f"{tmp_path.resolve()} green"


def test_child_is_forked_from_a_process_that_has_the_kit_imported(tmp_path):
    loaded = "os.write(report, str('grading.engine.explore' in sys.modules).encode())"
    assert run(tmp_path, loaded).report == b"True"


def test_nothing_of_one_child_is_left_to_the_next(tmp_path):
    run(tmp_path, "sys.modules['left'] = sys; os.environ['LEFT'] = '1'")
    asked = "os.write(report, str('left' in sys.modules or 'LEFT' in os.environ).encode())"
    assert run(tmp_path, asked).report == b"False"


def test_whole_group_is_killed_at_the_deadline(tmp_path):
    pids = "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])"
    told = "os.write(report, f'{os.getpid()} {p.pid}'.encode())"
    ended = run(tmp_path, f"{pids}; {told}; time.sleep(600)", deadline=3)
    assert ended.how == "deadline"
    assert [is_there(int(pid)) for pid in ended.report.split()] == [False, False]


def test_child_that_says_the_end_is_over(tmp_path):
    ended = run(tmp_path, f"os.write(report, {LAST!r}); time.sleep(600)")
    assert (ended.how, ended.report) == ("finished", LAST)


PARENT = """
import os
from pathlib import Path

from grading import warm

child = warm.fork(["--version"], Path(), dict(os.environ), os.pipe()[1])
child.wait()
for status in Path("/proc").glob("[0-9]*/status"):
    if f"PPid:\\t{os.getpid()}\\n" in status.read_text():
        print(status.parent.name)
"""


def test_warm_process_ends_with_its_parent():
    command = [sys.executable, "-c", PARENT]
    printed = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    assert printed.split()
    assert not any(is_there(int(pid)) for pid in printed.split())


def is_there(pid):
    """Whether the process is alive, after a moment in which it may vanish."""
    for _ in range(3_000):  # a vanishing process is waited for, a living one is a failure
        try:
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return False
        except OSError:
            return False
        time.sleep(0.02)
    return True
