import dataclasses

import pytest

from grading.engine import explore, outcomes
from grading.engine.strategies import OPERATION, Exhaustive, Noted, Replay
from tests.kit.engine.programs import CROSSED, LOCKED, POLLING, program

PROGRAMS = {
    "lost updates": """
        n = 0
        def bump():
            global n
            for _ in range(2): n += 1
        def test():
            in_threads(bump, bump)
            raise ValueError(n)
    """,
    "missing join": """
        n = 0
        def work():
            global n
            n += 1
            n += 1
        def test():
            threading.Thread(target=work).start()
            if n < 2: raise ValueError(n)
    """,
    "two at work when the test fails": """
        n = m = 0
        def one():
            global n
            n = 1
        def other():
            global m
            m = n
        def test():
            for f in (one, other): threading.Thread(target=f).start()
            raise ValueError(n, m)
    """,
    "locks in opposite order": CROSSED,
    "an error in a thread": """
        made = []
        def work(): made.append(1)
        def take(): made.pop()
        def test():
            in_threads(work, take)
    """,
    "a wait that may be in vain": """
        changed = threading.Condition()
        def wake():
            with changed: changed.notify()
        def test():
            thread = threading.Thread(target=wake)
            thread.start()
            with changed: changed.wait()
            thread.join()
    """,
    "kept behind a lock when the test fails": """
        n = 0
        lock = threading.Lock()
        def work():
            global n
            with lock: n += 1
        def test():
            for name in "AB": threading.Thread(target=work, name=name, daemon=True).start()
            lock.acquire()
            raise ValueError(n)
    """,
    "right": LOCKED,
}


def came(execution, raised):
    """What came out, in words."""
    if raised is not None:
        return repr(raised)
    return execution.failure.kind if execution.failure else "right"


def by_brute_force(source):
    """What comes out of all schedules, equivalent or not: the test's error ends its thread alone, as in `gather`."""
    test = program(source)
    raised = None

    def body():
        nonlocal raised
        raised = None
        try:
            test.body()
        except Exception as error:
            raised = error

    sites = {OPERATION}
    every = Exhaustive(sites, share=100_000)
    found = set()
    while (schedule := every.next()) is not None:
        chooser = Noted(Replay(schedule))
        execution = dataclasses.replace(test, body=body).execute(chooser, sites)
        found.add(came(execution, raised))
        every.learn(schedule, chooser.decisions)
    assert every.exhausted
    return found


@pytest.mark.parametrize("name", PROGRAMS)
def test_all_that_any_schedule_gives_is_found(name):
    gathered = outcomes.gather(program(PROGRAMS[name]), came)
    assert gathered.complete
    assert gathered.found.keys() == by_brute_force(PROGRAMS[name])
    assert sum(found.count for found in gathered.found.values()) == gathered.executed


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_schedule_of_an_outcome_gives_that_outcome_again(name):
    test = program(PROGRAMS[name])
    for outcome, found in outcomes.gather(test, came).found.items():
        again = test.execute(Replay(found.schedule))
        assert again.schedule == found.schedule
        error = again.failure and again.failure.error
        failed = again.failure and again.failure.kind
        assert outcome == (repr(error) if failed == "error" else failed or "right")


def test_no_class_is_counted_twice_where_it_turns_out_only_later_what_matters():
    """A class is one execution, though the search began anew when it learnt which sites matter."""
    test = program(PROGRAMS["lost updates"])
    known = explore.explore(test).sites
    assert known != {OPERATION}
    assert outcomes.gather(test, came, known) == outcomes.gather(test, came)


def test_what_is_cut_short_is_not_complete(monkeypatch):
    monkeypatch.setattr(outcomes, "BUDGET", 10)
    gathered = outcomes.gather(program(PROGRAMS["lost updates"]), came)
    assert not gathered.complete
    assert gathered.executed == 10


def test_a_program_that_polls_is_never_said_to_be_complete():
    assert not outcomes.gather(program(POLLING), came).complete
