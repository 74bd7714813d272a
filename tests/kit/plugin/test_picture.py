from pathlib import Path

import pytest

from grading import observations
from grading.engine import explore, tree
from grading.engine.trace import Schedule
from grading.plugin.picture import draw
from tests.kit.engine.programs import CROSSED, UNLOCKED, program

NAMESAKES = """
    def test():
        threads = [threading.Thread(target=print, name="twin") for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
"""
NOTHING = "def test(): pass"


def drawn(source, conflict=()):
    test = program(source)
    verdict = explore.explore(test)
    failing = verdict.failing
    grown = tree.grow(test, failing.schedule if failing else Schedule(), verdict.sites)
    marked = {failing.recorded[at].number for at in conflict} if failing else ()
    return draw(grown, lambda failure: failure.message, marked, Path("program.py"), "because")


def told(document):
    """The steps of the shown execution, in order, and its end."""
    node = document["nodes"][0]
    numbers = list(node["steps"])
    for thread in document["path"]:
        node = document["nodes"][node["choices"][thread]]
        numbers += node["steps"]
    return [document["steps"][number] for number in numbers], node["end"]


@pytest.mark.parametrize("source", [UNLOCKED, CROSSED, NAMESAKES, NOTHING])
def test_what_is_drawn_is_what_the_judge_believes(source):
    document = drawn(source)
    assert observations.picture(document, str) == document


def test_each_step_is_told_once_however_many_executions_take_it():
    document = drawn(UNLOCKED)
    assert len(document["steps"]) == len({repr(step) for step in document["steps"]})
    assert len(document["steps"]) < sum(len(node["steps"]) for node in document["nodes"])


def test_the_shown_steps_of_a_lost_update_say_who_reads_and_writes_what():
    steps, end = told(drawn(UNLOCKED))
    sets = [(step["t"], *step["sets"]) for step in steps if step["sets"] and step["t"]]
    assert sets == [(1, "n", "0"), (2, "n", "0"), (2, "n", "1"), (1, "n", "1")]
    assert end["failed"]


def test_a_deadlock_says_who_waits_for_whom_and_holds_what():
    document = drawn(CROSSED)
    steps, end = told(document)
    waits = {(step["t"], step["blockedBy"], *step["held"]) for step in steps if step["blockedBy"]}
    assert {(1, "B", "left"), (2, "A", "right")} <= waits
    assert document["locks"] == ["left", "right"]
    assert end["failed"] and end["message"].startswith("deadlock")
    assert end["ending"] == []  # the message says it


def test_threads_of_one_name_are_told_apart_by_their_numbers():
    assert drawn(NAMESAKES)["threads"] == ["the test", "twin (1)", "twin (2)"]


def test_a_program_without_threads_is_one_stretch():
    document = drawn(NOTHING)
    assert document["threads"] == ["the test"]
    assert document["all"] and document["executed"] == 1


def test_the_accesses_in_conflict_are_marked_on_the_shown_way_alone():
    test = program(UNLOCKED)
    recorded = explore.explore(test).failing.recorded
    accesses = [at for at, step in enumerate(recorded) if step.note == "reads n = 0"]
    document = drawn(UNLOCKED, accesses)
    marked = [
        document["steps"][node["steps"][at]]
        for node in document["nodes"]
        for at in node["conflict"]
    ]
    assert [step["note"] for step in marked] == ["reads n = 0"] * 2
    assert {step["t"] for step in marked} == {1, 2}
