import pytest

from grading.engine import explore, model
from grading.engine.reproduce import Test as Program
from grading.plugin.prediction import predict
from tests.kit.engine.programs import program

IMPORTS = "    from grading.testing import expect, expect_that, expect_type\n"
RACE = """
    n = 0
    def bump():
        global n
        n += 1
    def test():
        in_threads(bump, bump)
        expect("threads", got=2, expected=2)
        expect("n", got=n, expected=2)
        expect("a type", got=type(n).__name__, expected="int")
"""
DEADLOCK = """
    left, right = threading.Lock(), threading.Lock()
    def one():
        with left:
            with right: pass
    def other():
        with right:
            with left: pass
    def test():
        in_threads(one, other)
        expect("ends", got=True, expected=True)
"""
ERROR = """
    made = []
    def test():
        in_threads(lambda: made.append(1), made.pop)
        expect("ends", got=True, expected=True)
"""
WRONG_TYPE = """
    def test():
        expect_type("n", got=1, expected=str)
"""
SILENT = """
    def test():
        in_threads(lambda: None, lambda: None)
"""
IN_WORDS = """
    done = False
    def work():
        global done
        done = True
    def test():
        threading.Thread(target=work).start()
        expect_that("work", done, got="is not done", expected="done")
"""


@pytest.fixture(autouse=True)
def deaf():
    """Afterwards nobody listens any more."""
    yield
    model.module("grading.testing")._told = None


def predicted(source):
    inner = program(IMPORTS + source)

    def body():
        model.module("grading.testing").forget()
        inner.body()

    test = Program(body)
    return predict(test, explore.explore(test))


def outcomes(document):
    return {(each["kind"], each["value"], each["right"]) for each in document["found"]}


@pytest.mark.parametrize(
    ("source", "asked", "found"),
    [
        (RACE, "n", {("value", "1", False), ("value", "2", True)}),
        (DEADLOCK, "ends", {("deadlock", "", False), ("value", "True", True)}),
        (ERROR, "ends", {("error", "IndexError", False), ("value", "True", True)}),
        (WRONG_TYPE, "n", {("value", "1", False)}),
        (SILENT, "", {("nothing", "", True)}),
        (IN_WORDS, "work", {("value", "is not done", False), ("value", "done", True)}),
    ],
)
def test_an_outcome_is_what_the_question_is_about_or_how_it_ended(source, asked, found):
    document = predicted(source)
    assert (document["asked"], outcomes(document)) == (asked, found)
    assert document["complete"]


def test_the_ways_of_a_race_are_counted_and_told():
    found = predicted(RACE)["found"]
    lost = next(each for each in found if each["value"] == "1")
    assert lost["how"][:2] == ["A reads n = 0", "B reads n = 0"]
    assert "the test reads n = 1" in lost["how"]
    assert sum(each["count"] for each in found) == predicted(RACE)["executed"]
