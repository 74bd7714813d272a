import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from grading import commands
from grading.classroom.executors import NoExecutor, dask
from grading.classroom.gradebook import Gradebook
from grading.classroom.jobs import Conditions, judge_file, kit_digest
from grading.classroom.run import grade_class
from grading.classroom.submissions import Student, Submission
from grading.classroom.work import Work
from grading.index import ROOT, load
from grading.parallel import local

EXERCISES = [each for each in load() if each.id in ("01_threads/start", "03_locks/counter")]


def solutions():
    """A class in which each has another file: the reference, its mistakes, its variants."""
    for exercise in EXERCISES:
        for folder in (exercise.mistakes, exercise.variants):
            for file in sorted((ROOT / folder).glob("*.py"))[:4]:
                name = f"{exercise.stem} {folder.parts[1]} {file.stem}"
                yield Submission(Student(name, name), name, {exercise.id: file.read_bytes()}, {})


def grades(file: Path, where, after_first=lambda: None) -> dict:
    """What the class gets, judged there, by student and exercise: all but what a live test finds by chance."""
    with Gradebook(file) as gradebook, where as (pool, workers):
        work = Work(pool, workers, Conditions.here(60.0), gradebook, 60.0)
        for place, _ in enumerate(grade_class(solutions(), EXERCISES, work, "class")):
            if place == 0:
                after_first()
        return {
            (graded.student.key, exercise.id): (
                exercise.status,
                [(test.name, test.status) for test in exercise.tests if test.world == "model"],
            )
            for graded in gradebook.current()
            for exercise in graded.result.exercises
        }


@pytest.fixture
def cluster(tmp_path):
    """A scheduler's address, and its two workers."""
    file = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    command = [sys.executable, "-m", "dask"]
    ports = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    with ExitStack() as stack:

        def start(*arguments: str) -> subprocess.Popen:
            process = subprocess.Popen([*command, *arguments], cwd=ROOT, **quiet)
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process

        start("scheduler", *ports, "--scheduler-file", str(file))
        while not file.exists() or not file.read_text():
            time.sleep(0.05)
        options = ["--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard"]
        folder = ["--local-directory", str(tmp_path / "work")]
        workers = [start("worker", "--no-nanny", *options, *folder) for _ in range(2)]
        address = json.loads(file.read_text())["address"]
        from distributed import Client

        with Client(address) as client:
            client.wait_for_workers(2)
        yield address, workers


@pytest.mark.timeout(240)
def test_a_killed_worker_changes_nothing_in_the_gradebook(tmp_path, cluster):
    address, workers = cluster
    here = grades(tmp_path / "local.sqlite", local(2))

    def kill_one() -> None:
        os.kill(workers[0].pid, signal.SIGKILL)

    there = grades(tmp_path / "dask.sqlite", dask(address), kill_one)
    assert workers[0].wait() == -signal.SIGKILL
    assert there == here
    assert len(here) == 2 * len(list(solutions()))


def test_dask_without_an_address_asks_for_it():
    with pytest.raises(NoExecutor, match="--scheduler tcp://HOST:8786"), dask(None):
        pass


def test_a_scheduler_that_is_not_there_is_told(tmp_path, capsys, monkeypatch):
    student = tmp_path / "class/alice/03_locks"
    student.mkdir(parents=True)
    (student / "counter.py").write_text("counter = 0\n")
    gradebook = str(tmp_path / "g.sqlite")
    arguments = ["--executor", "dask", "--scheduler", "tcp://127.0.0.1:9", "--gradebook", gradebook]
    assert commands.run(["class", str(tmp_path / "class"), *arguments]) == 2
    assert "There is no Dask scheduler at tcp://127.0.0.1:9" in capsys.readouterr().err


@pytest.mark.timeout(30)
def test_an_interrupted_run_does_not_wait_for_what_is_under_way():
    hang = b"while True:\n    pass\n"
    with pytest.raises(KeyboardInterrupt), local(1) as (pool, _):
        hanging = pool.submit(judge_file, "03_locks/counter", hang, 600.0, kit_digest())
        waiting = pool.submit(judge_file, "03_locks/counter", hang, 600.0, kit_digest())
        while not hanging.running():
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert hanging.done()
    assert waiting.cancelled()
