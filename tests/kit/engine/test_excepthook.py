"""The hook for what escapes a thread: what it is told and when, and who may have put another in its place."""

import threading

import pytest

from grading.engine import active
from grading.failures import Mismatch
from tests.kit.engine.programs import assert_fails, assert_holds

HOOKED = """
    told = []

    def hook(args):
        {}

    def fail():
        raise {}

    def test():
        threading.excepthook = hook
        in_threads(fail)
        assert {}
"""
NOTES = "told.append((args.exc_type, args.exc_value.code, args.thread.name))"


@pytest.mark.parametrize("error", ["SystemExit(3)", "Quit(3)"])
def test_a_hook_is_told_of_an_exit_as_in_cpython(error):
    noted = f"[(type({error}), 3, 'A')] == told"
    assert_holds("    class Quit(SystemExit): pass\n" + HOOKED.format(NOTES, error, noted))


@pytest.mark.parametrize("error", ["SystemExit(3)", "Quit(3)"])
def test_real_threads_tell_a_hook_of_an_exit(error, monkeypatch):
    class Quit(SystemExit):
        pass

    def fail():
        raise {"SystemExit(3)": SystemExit, "Quit(3)": Quit}[error](3)

    told = []
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_value.code))
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told == [3]


def test_an_exit_is_no_escape_and_a_kind_of_exit_is_one():
    source = "    class Quit(SystemExit): pass\n" + HOOKED.replace(
        "threading.excepthook = hook", ""
    )
    assert_holds(source.format("pass", "SystemExit", "not told"))
    assert_fails(source.format("pass", "Quit", "not told"), "escaped", "Quit")


def test_an_exit_out_of_a_hook_ends_its_thread_and_nothing_else():
    assert_holds(HOOKED.format("raise SystemExit", "ValueError", "not told"))


def test_an_error_of_a_hook_goes_to_the_hook_of_the_program():
    assert_holds(
        """
        import sys

        told = []

        def bad(args): raise KeyError("in the hook")

        def fail(): raise ValueError

        def test():
            threading.excepthook, former = bad, sys.excepthook
            sys.excepthook = lambda *error: told.append(error[0])
            try:
                in_threads(fail)
            finally:
                sys.excepthook = former
            assert told == [KeyError]
        """
    )


def test_a_claim_that_does_not_hold_in_a_hook_fails_the_test(monkeypatch):
    monkeypatch.setattr(active, "FATAL", (KeyboardInterrupt, Mismatch))
    claim = "from grading.failures import Mismatch; raise Mismatch('the hook', 'this', 'that')"
    assert_fails(HOOKED.format(claim, "ValueError", "True"), "error", "the hook: got this")


RESTORING = """
    class Log:
        def __enter__(self):
            self.former = threading.excepthook
            threading.excepthook = self.note

        def note(self, args): pass

        def __exit__(self, *error):
            threading.excepthook = self.former

    lock = threading.Lock()

    def work():
        with {}:
            pass

    def test():
        former = threading.excepthook
        in_threads(work, work)
        assert threading.excepthook is former
"""


def test_two_threads_that_each_put_the_hook_back_can_leave_the_hook_of_one_of_them():
    verdict = assert_fails(RESTORING.format("Log()"))
    noted = [step.note for step in verdict.failing.recorded]
    assert any(note.startswith("reads excepthook") for note in noted)


def test_the_hook_put_back_by_one_thread_after_the_other_is_proved():
    assert_holds(RESTORING.format("lock, Log()"))


def test_a_thread_that_fails_while_another_changes_the_hook_tells_either():
    source = """
        told = []

        def fail(): raise ValueError

        def change(): threading.excepthook = lambda args: told.append("new")

        def test():
            threading.excepthook = lambda args: told.append("old")
            in_threads(fail, change)
            assert told == [{!r}]
    """
    assert_fails(source.format("old"))
    assert_fails(source.format("new"))


def test_a_method_of_a_container_as_hook_is_a_step():
    assert_fails(
        """
        told, seen = [], []

        def fail(): raise ValueError

        def test():
            threading.excepthook = told.append
            thread = threading.Thread(target=fail)
            thread.start()
            if not told:
                seen.append(len(told))
            thread.join()
            assert seen in ([], [0])
        """
    )
