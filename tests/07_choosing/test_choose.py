"""07_choosing/choose: threads for what waits, processes for what computes, as many as are asked for.

The model world has no processes, so all is tested for real; those that run are in a program of their own.
"""

import json
import re
import shutil
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from grading.failures import Mismatch
from grading.programs import said_by
from grading.testing import Gate, expect, expect_error, expect_that, expect_type

OTHERS = ("gpu", "", "i", "iocpu")

# A task that cannot end before the program lets it.
HELD = """
from multiprocessing.connection import Client

def held(address):
    with Client(address) as line:
        line.recv()
"""

PROGRAM = """
import json
import multiprocessing
import os
import sys
from multiprocessing.connection import Listener
from multiprocessing.process import BaseProcess

sys.path.append(os.path.dirname(exercise.__file__))  # other processes import it from there
from held import held

multiprocessing.set_start_method("spawn", force=True)
started, start = [], BaseProcess.start

def noted_start(process):
    started.append(process)
    start(process)

BaseProcess.start = noted_start

def processes_of(workers, processors):
    os.cpu_count = os.process_cpu_count = lambda: processors
    started.clear()
    with Listener(backlog=9) as listener, exercise.executor_for("cpu", workers) as executor:
        tasks = [executor.submit(held, listener.address) for _ in range(workers + 1)]
        number = len(started)  # none has ended a task, so there is one for each task that can run
        for _ in tasks:
            with listener.accept() as line:
                line.send("go on")
        for task in tasks:
            task.result()
    return number

say(json.dumps([processes_of(2, 1), processes_of(1, 4)]))
"""


def threads_started(executor, calls):
    """How many threads the executor starts for calls of which none has ended."""
    gate, before = Gate(), set(threading.enumerate())
    with executor:
        for _ in range(calls):
            executor.submit(gate.wait)
        number = len(set(threading.enumerate()) - before)
        gate.open()
    return number


def processes_started(exercise):
    """How many processes ran tasks for 2 workers, and for 1."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(exercise.__file__, Path(folder, "exercise.py"))
        Path(folder, "held.py").write_text(HELD)
        said = said_by(PROGRAM, SimpleNamespace(__file__=str(copy)))
    if not said[-1].startswith("["):
        raise Mismatch('executor_for("cpu", 2), used in a program', said[-1], "its tasks run")
    return json.loads(said[-1])


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_io_gives_a_thread_pool(exercise):
    executor = exercise.executor_for("io", 2)
    expect_type("executor_for('io', 2)", got=executor, expected=ThreadPoolExecutor)


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_cpu_gives_a_process_pool(exercise):
    executor = exercise.executor_for("cpu", 2)
    expect_type("executor_for('cpu', 2)", got=executor, expected=ProcessPoolExecutor)


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_io_has_as_many_threads_as_there_are_workers(exercise):
    for workers in (1, 40):
        executor = exercise.executor_for("io", workers)
        number = threads_started(executor, workers + 1)
        called = f"executor_for('io', {workers}), given {workers + 1} calls: threads started"
        expect(called, got=number, expected=workers)


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_cpu_has_as_many_processes_as_there_are_workers(exercise):
    for workers, number in zip((2, 1), processes_started(exercise), strict=True):
        called = f"executor_for('cpu', {workers}), given {workers + 1} calls: processes started"
        expect(called, got=number, expected=workers)


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_each_call_gives_a_new_executor(exercise):
    for kind in ("io", "cpu"):
        one, other = exercise.executor_for(kind, 2), exercise.executor_for(kind, 2)
        called = f"executor_for({kind!r}, 2) the second time"
        new = one is not other
        expect_that(called, new, got="the executor of the first time", expected="a new executor")


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_an_executor_works_after_another_was_shut_down(exercise):
    for number in (1, 2):
        with exercise.executor_for("io", 2) as executor:
            try:
                got = executor.submit(abs, -number).result()
            except RuntimeError as error:
                got = error
        called = f"executor_for('io', 2).submit(abs, -{number}), in executor number {number}"
        expect(called, got=got, expected=number)


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_another_kind_is_a_value_error(exercise):
    for kind in OTHERS:
        called = f"executor_for({kind!r}, 2)"
        expect_error(called, ValueError, exercise.executor_for, kind, 2)


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_the_error_names_the_two_kinds(exercise):
    for kind in OTHERS:
        called = f"executor_for({kind!r}, 2): the kinds that its ValueError names"
        try:
            exercise.executor_for(kind, 2)
        except ValueError as error:
            named = sorted(set(re.findall(r"\b(?:io|cpu)\b", str(error).lower())))
            expect(called, got=named, expected=["cpu", "io"])
        else:
            raise Mismatch(called, "there is no error", "['cpu', 'io']")
