import builtins

import pytest

from grading.failures import Mismatch, mismatch_of
from grading.instrument import PASSIVE_HOOKS, SITES, compile_source

PROGRAM = """
n = 3
seen = []

def see(value):
    seen.append(value)
    return value

def test():
    {}
"""


def run(statement, asserts=True):
    """The error of a function with this statement, and its module."""
    code = compile_source(PROGRAM.format(statement), "program.py", asserts=asserts)
    module = {"__builtins__": {**vars(builtins), **PASSIVE_HOOKS}}
    exec(code, module)
    try:
        module["test"]()
    except AssertionError as error:
        return error, module
    return None, module


@pytest.mark.parametrize(
    ("statement", "called", "got", "expected"),
    [
        ("assert n == 2", "n", "3", "2"),
        ("assert n != 3", "n", "3", "!= 3"),
        ("assert len([n]) > 1", "len([n])", "1", "> 1"),
        ("assert n is None", "n", "3", "is None"),
        ("assert n not in (1, 3)", "n", "3", "not in (1, 3)"),
        ("assert not n", "n", "3", "something false"),
        ("assert {}.get(n)", "{}.get(n)", "None", "something true"),
        ("assert n == 3 and n == 4", "n", "3", "4"),
        ("assert 1 < n < 2", "1 < n < 2", "False", "something true"),
        ("assert (n ==\n        2)", "n", "3", "2"),
        ("assert 'é' == 'e'", "'é'", "'é'", "'e'"),
    ],
)
def test_an_assertion_that_fails_says_what_it_saw(statement, called, got, expected):
    mismatch = mismatch_of(run(statement)[0])
    assert (mismatch.called, mismatch.got, mismatch.expected) == (called, got, expected)


@pytest.mark.parametrize("statement", ["assert n", "assert n == 3", "assert n == 3 and not 0"])
def test_an_assertion_that_holds_says_nothing(statement):
    assert run(statement)[0] is None


def test_a_message_of_ones_own_is_kept():
    error, _ = run("assert n == 2, 'mine'")
    assert error.args == ("mine",)
    assert mismatch_of(error) is None


def test_each_part_is_evaluated_once_and_in_order():
    assert run("assert see(1) == see(2)")[1]["seen"] == [1, 2]
    assert run("assert see(0) and see(1)")[1]["seen"] == [0]
    assert run("assert not see(1)")[1]["seen"] == [1]


def test_no_switch_point_is_more_or_fewer():
    before = len(SITES)
    run("assert see(n) == n and seen", asserts=False)
    plain = len(SITES) - before
    run("assert see(n) == n and seen")
    assert len(SITES) - before == 2 * plain


def test_without_being_asked_an_assertion_is_as_in_python():
    assert run("assert n == 2", asserts=False)[0].args == ()


def test_other_errors_are_no_mismatch():
    assert mismatch_of(ValueError(Mismatch("a", "b", "c"))) is None
    assert mismatch_of(None) is None
    assert mismatch_of(AssertionError("text")) is None
