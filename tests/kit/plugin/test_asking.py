"""What a suite asked: where calls lead to decides whether they are named. The words: `test_execution.py`."""

import sys

from grading.engine import active
from grading.plugin.asking import asked_in


def calls_into(builtins):
    """The calls of a suite, this file, that has called code with these builtins."""
    names = {"here": sys._getframe, "__builtins__": builtins}
    inner = eval("here()", names)
    return [(sys._getframe(), sys._getframe().f_lineno), (inner, 1)]


def test_call_of_the_learners_code_is_named():
    calls = calls_into(active.USER)
    assert asked_in(calls, __file__).endswith("of test_asking.py)")


def test_call_that_leads_into_the_library_is_not_named():
    assert asked_in(calls_into(vars(sys.modules["builtins"])), __file__) == ""


def test_suite_that_waits_by_itself_has_called_nothing():
    assert asked_in(calls_into(active.USER)[:1], __file__) == ""
    assert asked_in((), __file__) == ""
