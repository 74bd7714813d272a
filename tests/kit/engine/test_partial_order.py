"""The reduction against brute force: generated programs are explored both ways, and nothing is missed or done twice.

A longer run: `THREADLINGS_PROGRAMS=5000 python -m pytest tests/kit/engine/test_partial_order.py`.
"""

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies

from grading.engine import model, reproduce
from grading.engine.strategies import OPERATION
from grading.instrument import compile_source
from tests.kit.engine import oracle

LIMIT = 200  # executions by brute force; a program with more is passed over
PROGRAMS = int(os.environ.get("THREADLINGS_PROGRAMS", "250"))
SETTINGS = settings(
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
STATEMENTS = (
    "x = 1",
    "x += 1",
    "y = x",
    "log.append(x)",
    "with lock: x += 1",
    "with lock: log.append(y)",
    "with reentrant:\n    with lock: y += 1",
    "with lock:\n    with reentrant: x = 2",
    "if lock.acquire(blocking=False):\n    y += 2\n    lock.release()",
    "if lock.acquire(timeout=1):\n    y += 2\n    lock.release()",
    "event.set()",
    "log.append(event.is_set())",
    "event.wait()",
    "log.append(event.wait(1))",
    "channel.put(x)",
    "log.append(channel.get())",
    "channel.put(x, timeout=1)",
    "with condition:\n    if not x: condition.wait()",
    "with condition:\n    x = 1\n    condition.notify()",
    "with condition: condition.notify_all()",
    "with room: y += 1",
    "if not promise.done(): promise.set_result(x)",
    "log.append(promise.result())",
    "log.append(promise.done())",
    "promise.cancel()",
    "time.sleep(1)",
    "others[0].join()",
    "log.append(others[-1].is_alive())",
)
OBJECTS = (
    *STATEMENTS[:6],
    "box.n += 1",
    "with lock: box.n += 1",
    "log.append(box.n)",
    "Box.n = 7",
    "setattr(box, 'n', 5)",
    "log.append(vars(box).get('n'))",
    "log.append(id(box))",
    "d[x] = y",
    "log.append(str(sorted(d)))",
    "for w in list(d): log.append(w)",
    "words.extend([x])",
    "words.sort(key=lambda w: -w)",
    "log.append(sum(w for w in words))",
)
HEAD = """
import queue, threading, time
from concurrent.futures import Future
x = y = 0
log, others = [], []
lock, reentrant, room = threading.Lock(), threading.RLock(), threading.Semaphore(1)
condition, event, channel = threading.Condition(), threading.Event(), queue.Queue(1)
promise = Future()

class Box: n = 0

box, d, words = Box(), {}, [3, 1]
"""
TEST = """
def test():
    threads = [threading.Thread(target=function, daemon=DAEMON) for function in (FUNCTIONS,)]
    others.extend(threads)
    for thread in threads:
        thread.start()
    JOIN
    outcome.append((x, y, *log))
"""
ENDS = ("for thread in threads: thread.join()", "threads[0].join()", "y += 1", "time.sleep(2)")


@strategies.composite
def programs(draw, statements):
    """The source of a program of two or three threads, a few statements each."""
    names = draw(strategies.sampled_from([["one", "two"], ["one", "two"], ["one", "two", "three"]]))
    bodies = strategies.lists(
        strategies.sampled_from(statements), min_size=1, max_size=5 - len(names)
    )
    source = HEAD
    for name in names:
        source += f"def {name}():\n    global x, y\n"
        for statement in draw(bodies):
            source += "".join(f"    {line}\n" for line in statement.splitlines())
    end = draw(strategies.sampled_from(ENDS[:1] * 5 + ENDS))
    test = TEST.replace("FUNCTIONS", ", ".join(names)).replace("JOIN", end)
    test = test.replace("DAEMON", str(draw(strategies.sampled_from([False, False, False, True]))))
    return source + test.replace("test():", "test():\n    global y")


def executable(source, outcome, punctual):
    """The program as something to execute, which notes what came out in `outcome`."""
    code = compile_source(source, "generated.py")

    def body():
        module = model.new_module(code, "generated", "generated.py")
        module.outcome = outcome
        module.test()

    return reproduce.Test(body, punctual=punctual, may_escape=True)


@pytest.mark.timeout(0)
@pytest.mark.parametrize(("statements", "share"), [(STATEMENTS, 4), (OBJECTS, 1)])
def test_reduction_executes_each_class_of_the_generated_programs_once(statements, share):
    """Of those with objects the outcomes are compared: what they touch is worked out before the switch point."""
    total = Counter()

    @settings(SETTINGS, max_examples=PROGRAMS * share // 5)
    @given(source=programs(statements), punctual=strategies.booleans())
    def agree(source, punctual):
        outcome = []
        test, sites = executable(source, outcome, punctual), {OPERATION}
        everything = oracle.by_brute_force(test, sites, outcome, LIMIT)
        assume(everything is not None)
        reduced = oracle.by_reduction(test, sites, outcome)
        assert reduced.outcomes <= everything.outcomes
        if everything.fair:  # else nobody can try it all, and it is never called proved
            assert reduced.outcomes == everything.outcomes
            assert statements is OBJECTS or reduced.classes.keys() == everything.classes.keys()
        total.update(
            programs=1,
            schedules=everything.classes.total(),
            classes=len(reduced.classes),
            executions=reduced.classes.total(),
            redundant=reduced.redundant,
        )

    agree()
    print(dict(total))
    surplus = total["executions"] + total["redundant"] - total["classes"]
    assert surplus <= total["classes"] / 5, total


def test_two_threads_that_still_ask_for_a_lock_do_not_race_with_one_another():
    source = HEAD + (
        "def one():\n    lock.acquire()\n    event.wait()\n"
        "def two():\n    with lock: pass\n"
        "def three():\n    with lock: log.append(x)\n"
    )
    test = TEST.replace("FUNCTIONS", "one, two, three").replace("DAEMON", "False")
    outcome, sites = [], {OPERATION}
    program = executable(source + test.replace("JOIN", "y = 1"), outcome, False)
    everything = oracle.by_brute_force(program, sites, outcome, 10_000)
    assert oracle.by_reduction(program, sites, outcome).classes.keys() == everything.classes.keys()


AGREED = {
    "an unlocked write beside two critical sections": (
        "def one():\n    global x\n    x = 1\n    with lock: x += 1\n"
        "def two():\n    global x\n    with lock: x += 1\n    with lock: x += 1\n"
    ),
    "a look at attributes of which one is new": (
        "def one(): log.append(vars(box).get('n'))\ndef two():\n    box.n += 1\n    box.n += 1\n"
    ),
}


@pytest.mark.parametrize("name", AGREED)
def test_what_a_long_run_once_found_is_seen(name):
    test = TEST.replace("FUNCTIONS", "one, two").replace("DAEMON", "False").replace("JOIN", ENDS[0])
    outcome, sites = [], {OPERATION}
    program = executable(HEAD + AGREED[name] + test, outcome, False)
    everything = oracle.by_brute_force(program, sites, outcome, LIMIT)
    assert oracle.by_reduction(program, sites, outcome).classes == dict.fromkeys(
        everything.classes, 1
    )
