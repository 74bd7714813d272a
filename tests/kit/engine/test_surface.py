"""Every public name of the library is there in the model world, and a program shows that it works there.

PAIRS (in the files surface_*.py) are programs with two endings, the right one and a wrong one, and the kind of failure
where it is no error; names that a test of another file is about are ELSEWHERE; APART is what no program can show, and
why.
"""

import concurrent.futures
import functools
import inspect
import queue
import re
import threading
import time
from pathlib import Path

import pytest

from grading.engine import model
from tests.kit.engine import surface_functools, surface_futures, surface_threads, surface_time
from tests.kit.engine.programs import assert_fails, explored

MODULES = {
    "threading": threading,
    "queue": queue,
    "concurrent.futures": concurrent.futures,
    "time": time,
    "functools": functools,
}
PAIRS = surface_threads.PAIRS | surface_futures.PAIRS | surface_time.PAIRS | surface_functools.PAIRS
ELSEWHERE = {  # names of tests' files, and what programs in them call
    "test_thread": "threading.Thread threading.current_thread",
    "test_local": "threading.local threading.get_ident",
    "test_lock": "threading.Lock",
    "test_rlock": "threading.RLock",
    "test_condition": "threading.Condition",
    "test_semaphore": "threading.Semaphore threading.BoundedSemaphore",
    "test_barrier": "threading.Barrier threading.BrokenBarrierError",
    "test_event": "threading.Event",
    "test_timer": "threading.Timer",
    "test_queue": "queue.Queue queue.LifoQueue queue.PriorityQueue queue.SimpleQueue",
    "test_clock": "time.sleep time.time",
    "test_caching": "functools.cache functools.lru_cache functools.cached_property",
    "test_guard": "futures.ProcessPoolExecutor",
}
APART = {
    "of the real `time`, as no clock is moved or named by it": "altzone daylight timezone tzname tzset "
    "clock_getres clock_settime clock_settime_ns get_clock_info pthread_getcpuclockid CLOCK_BOOTTIME "
    "CLOCK_MONOTONIC_RAW CLOCK_MONOTONIC_RAW_APPROX CLOCK_HIGHRES CLOCK_PROF CLOCK_TAI CLOCK_UPTIME "
    "CLOCK_UPTIME_RAW CLOCK_UPTIME_RAW_APPROX",
    "of the real `functools`, as it calls no threads and keeps nothing": "cmp_to_key "
    "partialmethod Placeholder singledispatchmethod total_ordering update_wrapper "
    "WRAPPER_ASSIGNMENTS WRAPPER_UPDATES",
    "its pool has threads that only a real interpreter can have (see test_guard)": "InterpreterPoolExecutor",
}


def public(module):
    names = getattr(module, "__all__", None) or [name for name in dir(module) if name[0] != "_"]
    return [name for name in names if not inspect.ismodule(getattr(module, name, None))]


def shown():
    """Names that a program is about."""
    lists = [*PAIRS, *ELSEWHERE.values()]
    return {
        name.replace("futures.", "concurrent.futures.") for names in lists for name in names.split()
    }


def is_for_this_python(names):
    return not any(
        part in names and not hasattr(module, part)
        for part, module in (("ShutDown", queue), ("settrace_all_threads", threading))
    )


NAMES = [(module, name) for module in MODULES for name in public(MODULES[module])]
PROGRAMS = [
    pytest.param(PAIRS[names], id=names[:60]) for names in PAIRS if is_for_this_python(names)
]


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_public_name_is_there_and_a_program_is_about_it(module, name):
    assert hasattr(model.module(module), name)
    apart = {name for names in APART.values() for name in names.split()}
    assert (f"{module}.{name}" in shown()) != (name in apart)


@pytest.mark.parametrize("file", ELSEWHERE)
def test_other_file_has_a_program_about_the_name(file):
    text = Path(__file__).with_name(f"{file}.py").read_text(encoding="utf-8")
    for name in ELSEWHERE[file].split():
        assert re.search(rf"\b{name.rpartition('.')[2]}\b", text), name


@pytest.mark.parametrize("names", PAIRS)
def test_program_calls_what_it_is_about(names):
    for name in names.split():
        assert re.search(rf"\b{name.rpartition('.')[2]}\b", str(PAIRS[names])), name


@pytest.mark.parametrize("pair", PROGRAMS)
def test_right_program_holds_and_wrong_one_fails(pair):
    source, (right, wrong), *kind = pair
    verdict = explored(source.replace("{}", right), punctual=True)
    assert verdict.failing is None, verdict.failing.failure.message
    assert_fails(source.replace("{}", wrong), *kind, punctual=True)
