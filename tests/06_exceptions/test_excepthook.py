"""06_exceptions/excepthook: the innermost active log notes each crash, and then makes way again."""

import threading

import pytest

from grading.testing import Gate, expect, expect_error, expect_that

pytestmark = (
    pytest.mark.escapes
)  # a wrong solution lets it escape, and a right one may print it as well


def crash(error, name, wait=lambda: None):
    """A thread, not yet started, that waits and then raises `error`."""

    def fail():
        wait()
        raise error

    return threading.Thread(target=fail, name=name)


def run(*threads):
    """Start the threads and wait for their ends."""
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def noted(log):
    """What stands in `log.crashes`; a named tuple is as good as a tuple."""
    return [tuple(crash) if isinstance(crash, tuple) else crash for crash in log.crashes]


def expect_noted(called, log, *crashes):
    """Fail unless these are the crashes in the log, by their very exceptions."""
    expect(called, got=noted(log), expected=list(crashes))


class Hook:
    """Takes the place of threading.excepthook in a with block, and keeps what is handed to it."""

    def __init__(self):
        self.got = []

    def __call__(self, args):
        self.got.append((args.thread.name, args.exc_value))

    def __enter__(self):
        self.former, threading.excepthook = threading.excepthook, self
        return self

    def __exit__(self, *error):
        threading.excepthook = self.former

    def expect_back(self, when):
        """Fail unless this is the hook now."""
        now = threading.excepthook
        found = "the default hook" if now is threading.__excepthook__ else "another hook"
        called = f"threading.excepthook {when}"
        expect_that(called, now is self, got=found, expected="the hook from before the block again")


@pytest.mark.points(1)
def test_a_crash_is_noted_as_thread_name_and_exception(exercise):
    leak, fire = ValueError("leak"), KeyError("fire")
    with exercise.CrashLog() as log:
        run(crash(leak, "pump"))
        run(crash(fire, "engine"))
    called = "log.crashes after two threads crashed in the block"
    expect_noted(called, log, ("pump", leak), ("engine", fire))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_crashes_at_the_same_time_are_all_noted(exercise):
    """Also where two threads have the same name, and two exceptions the same type and text."""
    first, second = ValueError("leak"), ValueError("leak")
    with exercise.CrashLog() as log:
        run(crash(first, "pump"), crash(second, "pump"))
    got = noted(log)
    if got and got[0][-1] is second:
        first, second = second, first  # either may have been noted first
    called = "log.crashes after two threads named pump crashed at the same time"
    expect_noted(called, log, ("pump", first), ("pump", second))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_enter_gives_the_log_itself_and_nothing_is_noted_where_nothing_escapes(exercise):
    def careful():
        try:
            raise ValueError("caught in its thread")
        except ValueError:
            pass

    log = exercise.CrashLog()
    with log as entered:
        run(threading.Thread(target=careful))
    expect("entered, of `with log as entered`", got=entered, expected=log)
    expect_noted("log.crashes after a thread caught its own exception", log)


@pytest.mark.points(1)
def test_the_hook_that_stood_before_is_put_back(exercise):
    late = ValueError("after the block")
    with Hook() as before:
        with exercise.CrashLog() as log:
            run(crash(ValueError("in the block"), "pump"))
        before.expect_back("after the block")
        run(crash(late, "engine"))
    expect("crashes after the block", got=before.got[-1:], expected=[("engine", late)])
    expect("number of crashes in log.crashes after that", got=len(log.crashes), expected=1)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_an_error_in_the_block_goes_on_and_the_hook_is_put_back(exercise):
    error = OSError("in the with block")
    log = exercise.CrashLog()

    def block():
        with log:
            raise error

    with Hook() as before:
        expect_error("a with block of a CrashLog that raises an OSError", error, block)
        before.expect_back("after an error in the block")
    expect_noted("log.crashes after an error in the block, which no thread raised", log)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_innermost_log_alone_notes_a_crash(exercise):
    first, inside, last = ValueError("first"), ValueError("inside"), ValueError("last")
    with exercise.CrashLog() as outer:
        run(crash(first, "before"))
        with exercise.CrashLog() as inner:
            run(crash(inside, "inside"))
        run(crash(last, "after"))
    expect_noted("inner.crashes, of a log inside another", inner, ("inside", inside))
    called = "outer.crashes, of the log around it"
    expect_noted(called, outer, ("before", first), ("after", last))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_what_counts_is_the_hook_on_entry_not_when_the_log_is_made(exercise):
    first, last = ValueError("in inner"), ValueError("in outer")
    inner, outer = exercise.CrashLog(), exercise.CrashLog()
    with Hook() as before:
        with outer:
            with inner:
                run(crash(first, "pump"))
            run(crash(last, "engine"))
        before.expect_back("after the blocks of two logs that were made before that hook was set")
    expect_noted("inner.crashes, of a log made before it was entered", inner, ("pump", first))
    expect_noted("outer.crashes, of a log made before it was entered", outer, ("engine", last))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_an_inner_log_that_an_error_ends_gives_way_to_the_outer_one(exercise):
    error, last = OSError("in the inner block"), ValueError("last")

    def block():
        with exercise.CrashLog():
            raise error

    with exercise.CrashLog() as outer:
        expect_error("an inner with block that raises an OSError", error, block)
        run(crash(last, "pump"))
    expect_noted("outer.crashes after an error in the inner block", outer, ("pump", last))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_thread_that_crashes_after_the_block_is_not_noted(exercise):
    """It was started in the block, which nobody has asked to wait for it."""
    gate, late = Gate(), ValueError("late")
    with Hook() as before:
        with exercise.CrashLog() as log:
            thread = crash(late, "pump", gate.wait)
            thread.start()
        gate.open()
        thread.join()
    expect_noted("log.crashes after a thread crashed when the block had ended", log)
    expect("crashes that the hook from before got", got=before.got, expected=[("pump", late)])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_any_thread_is_noted_also_one_that_was_started_before(exercise):
    gate, early, own, timed = Gate(), ValueError("early"), KeyError("own"), OSError("timed")

    class Engine(threading.Thread):
        def run(self):
            raise own

    thread = crash(early, "pump", gate.wait)
    timer = threading.Timer(0, crash(timed, "unused").run)
    timer.name = "timer"
    thread.start()
    with exercise.CrashLog() as log:
        gate.open()
        thread.join()
        run(Engine(name="engine"))
        run(timer)
    called = "log.crashes: a thread started before the block, a subclass of Thread, a Timer"
    expect_noted(called, log, ("pump", early), ("engine", own), ("timer", timed))
