"""Small programs for the engine: each has a `test()`, executed over a fresh module for every schedule."""

import itertools
import linecache
import textwrap

from grading.engine import explore, model, reproduce
from grading.engine.strategies import Replay
from grading.engine.trace import Schedule
from grading.instrument import compile_source

FILE = "program.py"
CHANCE = itertools.cycle(range(5))  # goes on from one execution to the next, as real chance would

PREAMBLE = """
    import queue, threading, time
    from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait

    def in_threads(*functions):
        threads = [threading.Thread(target=f, name=n) for f, n in zip(functions, "ABCDEFGH")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
"""
UNLOCKED = """
    n = 0

    def bump():
        global n
        n += 1

    def test():
        in_threads(bump, bump)
        assert n == 2
"""
LOCKED = """
    n = 0
    lock = threading.Lock()

    def bump():
        global n
        with lock:
            n += 1

    def test():
        in_threads(bump, bump)
        assert n == 2
"""
CROSSED = """
    left, right = threading.Lock(), threading.Lock()

    def one():
        with left:
            with right: pass

    def other():
        with right:
            with left: pass

    def test():
        in_threads(one, other)
"""
POLLING = """
    done = False

    def work():
        global done
        done = True

    def test():
        threading.Thread(target=work).start()
        while not done: pass
"""


def program(source, **options):
    """The program as something to execute; `source` is indented, after the PREAMBLE."""
    text = textwrap.dedent(PREAMBLE) + textwrap.dedent(source)
    code = compile_source(text, FILE)
    linecache.cache[FILE] = (len(text), None, text.splitlines(keepends=True), FILE)
    return reproduce.Test(lambda: model.new_module(code, "program", FILE).test(), **options)


def explored(source, *, budget=explore.BUDGET, **options):
    """What the search says of the program."""
    return explore.explore(program(source, **options), budget)


def executed(source, token="default", *, record=False, **options):
    """One execution of the program under the schedule of `token`."""
    return program(source, **options).execute(Replay(Schedule.parse(token)), record=record)


def assert_holds(source, search="proved", **options):
    """The program passes under every schedule; `search` is how thoroughly that is known."""
    verdict = explored(source, **options)
    assert verdict.failing is None, verdict.failing.failure.message
    assert verdict.search.kind == search
    return verdict


def assert_fails(source, kind="error", *parts, **options):
    """Some schedule fails in this way, and the message has these parts."""
    verdict = explored(source, **options)
    assert verdict.failing is not None, f"no schedule of {verdict.search.schedules} fails"
    failure = verdict.failing.failure
    assert failure.kind == kind, failure.message
    for part in parts:
        assert part in failure.message
    return verdict
