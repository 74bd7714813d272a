"""The reduction against brute force: generated programs are explored both ways, and nothing is missed."""

import random

import pytest

from grading.engine import explore, model
from grading.engine.reduction import Reduction
from grading.engine.strategies import OPERATION, Exhaustive, Replay
from grading.instrument import compile_source
from tests.kit.engine.programs import program

SEEDS = range(30)
LIMIT = 400  # executions by brute force; a program with more schedules is passed over
STATEMENTS = (
    "x = 1",
    "x += 1",
    "y = x",
    "log.append(x)",
    "with lock: x += 1",
    "with lock: log.append(y)",
    "with reentrant:\n    with lock: y += 1",
    "with lock:\n    with reentrant: x = 2",
    "event.set()",
    "log.append(event.is_set())",
    "event.wait()",
    "channel.put(x)",
    "log.append(channel.get())",
    "with condition:\n    if not x: condition.wait()",
    "with condition: condition.notify()",
    "if lock.acquire(blocking=False):\n    y += 2\n    lock.release()",
)
HEAD = """
import queue, threading
x = y = 0
log = []
lock, reentrant = threading.Lock(), threading.RLock()
condition, event, channel = threading.Condition(), threading.Event(), queue.Queue()
"""
TAIL = """
def test():
    threads = [threading.Thread(target=function) for function in FUNCTIONS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome.append((x, y, *log))
"""


def generated(seed):
    """The source of a program of two or three threads, a few statements each."""
    chance = random.Random(seed)
    names = ["one", "two", "three"][: chance.choice((2, 2, 3))]
    source = HEAD
    for name in names:
        source += f"def {name}():\n    global x, y\n"
        for statement in chance.choices(STATEMENTS, k=chance.randint(1, 4 - len(names) // 2)):
            source += "".join(f"    {line}\n" for line in statement.splitlines())
    return source + TAIL.replace("FUNCTIONS", f"({', '.join(names)},)")


def brute_force(test, sites, outcome):
    """The outcomes of every schedule that switches at `sites`, or None if there are too many."""
    schedules, seen = Exhaustive(sites, share=LIMIT), set()
    while (schedule := schedules.next()) is not None:
        seen.add(run(test, Replay(schedule), sites, outcome, schedules, schedule))
    return seen if schedules.exhausted else None


def run(test, chooser, sites, outcome, schedules, schedule):
    """One execution of brute force: what came out."""
    outcome.clear()
    execution = test.execute(chooser, sites)
    schedules.learn(schedule, execution.decisions)
    return (*outcome, execution.failure and execution.failure.kind)


def reduced(test, sites, outcome):
    """The outcomes that the reduction sees."""
    reduction, seen = Reduction(), set()
    while not reduction.finished:
        outcome.clear()
        execution = test.execute(reduction, sites, trail=reduction.begin())
        if not execution.redundant:
            seen.add((*outcome, execution.failure and execution.failure.kind))
        reduction.learn()
    return seen


@pytest.mark.parametrize("seed", SEEDS)
def test_reduction_sees_every_outcome_of_a_generated_program(seed):
    outcome = []
    code = compile_source(generated(seed), f"generated{seed}.py")

    def body():
        module = model.new_module(code, "generated", f"generated{seed}.py")
        module.outcome = outcome
        module.test()

    test, sites = explore.Test(body, punctual=True), {OPERATION}
    brute_force(test, sites, outcome)  # learns the sites
    expected = brute_force(test, sites, outcome)
    if expected is None:
        pytest.skip("more schedules than brute force can go through")
    assert reduced(test, sites, outcome) == expected, generated(seed)


def test_two_threads_with_three_locked_increments_are_twenty_classes():
    test = program(
        """
        lock, total = threading.Lock(), 0

        def bump():
            global total
            for _ in range(3):
                with lock:
                    total += 1

        def test():
            in_threads(bump, bump)
            assert total == 6
        """
    )
    sites = {OPERATION}
    test.execute(Replay(explore.Schedule()), sites)
    reduction, executed = Reduction(), 0
    while not reduction.finished:
        test.execute(reduction, sites, trail=reduction.begin())
        reduction.learn()
        executed += 1
    assert executed == 20
