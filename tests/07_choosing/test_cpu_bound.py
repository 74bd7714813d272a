"""07_choosing/cpu_bound: primes are counted in at most `workers` other processes.

Processes exist only for real, so a program counts, in a process of its own, and tells what it has seen.
"""

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from grading.failures import Mismatch
from grading.programs import said_by
from grading.testing import expect, expect_that

EXPECTED = {(0, 10): 4, (9_750, 10_000): 26, (10_000, 10_250): 27, (8, 11): 0, (11, 12): 1}
RANGES = list(EXPECTED)
MANY_LINES = 6_000  # a task for each number needs a third of it, to count one range twice as many

# A number that takes its time on the way to another process, so that its range is counted last.
LATE = """
import time

class Late(int):
    def __reduce__(self):
        return arrive, (int(self),)

def arrive(number):
    time.sleep(0.3)
    return number
"""

PROGRAM = """
import json
import multiprocessing
import multiprocessing.pool
import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import BaseProcess

sys.path.append(os.path.dirname(exercise.__file__))  # other processes import it from there
from late import Late

def note(owner, name, noted):
    method = getattr(owner, name)

    def noting(self, *args, **kwargs):
        noted.append(self)
        return method(self, *args, **kwargs)

    setattr(owner, name, noting)

pools, processes = [], []
note(BaseProcess, "start", processes)
note(ProcessPoolExecutor, "__init__", pools)  # kept, so that none is ended for being forgotten
note(multiprocessing.pool.Pool, "__init__", pools)

def trace(frame, event, argument):
    global lines
    if frame.f_code.co_filename != exercise.__file__ or lines > MANY_LINES:
        return None
    lines += 1
    return trace

def watch(ranges, workers):
    global lines
    lines = 0
    processes[:] = multiprocessing.active_children()
    for settrace in (sys.settrace, threading.settrace):
        settrace(trace)
    try:
        counts = exercise.count_primes(ranges, workers)
        alive = multiprocessing.active_children()
        shown = counts if type(counts) is list else f"a {type(counts).__name__}"
        seen = {"counts": shown, "alive": len(alive), "lines": lines}
    except Exception as error:
        seen = {"failed": f"raises {type(error).__name__}: {error}"}
    for settrace in (sys.settrace, threading.settrace):
        settrace(None)
    say(json.dumps(seen | {"processes": len(processes)}, default=repr))

os.cpu_count = os.process_cpu_count = lambda: 4
method = METHOD if METHOD in multiprocessing.get_all_start_methods() else "spawn"
multiprocessing.set_start_method(method, force=True)
(_, first), *others = RANGES
watch((pair for pair in [(Late(0), first), *others]), 2)
if METHOD == "spawn":
    watch(RANGES[:2], 1)
    watch([], 2)
"""


@cache
def program(file, method):
    """What was seen in a program that uses this start method."""
    given = f"METHOD, RANGES, MANY_LINES = {method!r}, {RANGES}, {MANY_LINES}\n"
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(file, Path(folder, "exercise.py"))
        Path(folder, "late.py").write_text(LATE)
        return said_by(given + PROGRAM, SimpleNamespace(__file__=str(copy)))


def seen(exercise, call, ranges, workers, method="spawn"):
    """How the call is named, and what was seen of it."""
    given = f"generator of {ranges}" if call == 0 else str(ranges)
    called = f"count_primes({given}, {workers}), start method {method}"
    said = program(exercise.__file__, method)
    line = said[min(call, len(said) - 1)]  # if it came to no good, the last that it said
    found = json.loads(line) if line.startswith("{") else {"failed": line}
    if "failed" in found:
        raise Mismatch(called, found["failed"], "a list of counts")
    return called, SimpleNamespace(**found)


def expect_counts(called, saw, expected):
    """Fail unless a list of these counts came; of anything else the program has told the type."""
    is_list = type(saw.counts) is list
    expect_that(called, is_list, got=f"returns {saw.counts}", expected="returns a list of counts")
    expect(called, got=saw.counts, expected=expected)


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_counts_come_in_the_order_of_the_ranges(exercise):
    called, saw = seen(exercise, 0, RANGES, 2)
    expect_counts(called, saw, list(EXPECTED.values()))


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_it_works_under_forkserver_too(exercise):
    called, saw = seen(exercise, 0, RANGES, 2, "forkserver")
    expect_counts(called, saw, list(EXPECTED.values()))


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_other_processes_do_the_counting(exercise):
    called, saw = seen(exercise, 0, RANGES, 2)
    expect_that(called, saw.processes > 0, got="starts no process", expected="starts processes")
    itself = saw.lines > MANY_LINES
    expect_that(
        called,
        not itself,
        got="counts primes in the caller's process",
        expected="counts in other processes",
    )


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_at_most_workers_processes_are_started(exercise):
    for call, ranges, workers in ((0, RANGES, 2), (1, RANGES[:2], 1)):
        called, saw = seen(exercise, call, ranges, workers)
        called = f"processes started by {called} (at most {workers} may be)"
        expect(called, got=max(saw.processes, workers), expected=workers)


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_every_process_has_ended_on_return(exercise):
    called, saw = seen(exercise, 0, RANGES, 2)
    expect(f"{called}: processes left running", got=saw.alive, expected=0)


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(1)
def test_no_ranges_give_no_counts(exercise):
    called, saw = seen(exercise, 2, [], 2)
    expect_counts(called, saw, [])
