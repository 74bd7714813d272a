"""02_daemons/journal: a background thread writes every line, and close() leaves nothing behind."""

import queue
import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    expect,
    expect_error,
    expect_returned,
    expect_waiting,
    leftover_threads,
    no_polling,
    settle,
)

NO_MARKS = ["", "end", "stop", "None", "quit", ""]  # lines like any other


class DiskFull(Exception):
    """What a failing write raises."""


def log_all(journal, lines):
    for line in lines:
        journal.log(line)


@pytest.mark.points(1)
def test_lines_are_written_in_order_before_close_returns(exercise):
    written = []
    journal = exercise.Journal(written.append)
    log_all(journal, "ab")
    journal.close()
    expect("log('a'), log('b') and close(): written", got=written, expected=["a", "b"])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(8)
def test_any_number_of_any_lines_may_wait(exercise):
    gate, written = Gate(), []

    def write(line):
        gate.wait()
        written.append(line)

    journal = exercise.Journal(write)
    lines = NO_MARKS + [f"line {number}" for number in range(200)]
    log_all(journal, lines)
    gate.open()
    journal.close()
    first = ", ".join(map(repr, NO_MARKS))
    called = f"log of the lines {first} and 200 more while write is blocked: lines written"
    expect(called, got=len(written), expected=len(lines))
    expect("the lines written, in the order of log", got=written, expected=lines)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_log_never_waits_for_write(exercise):
    gate = Gate()
    journal = exercise.Journal(lambda line: gate.wait())
    logging = Call(log_all, journal, "ab")
    settle()
    expect_returned("log('a') and log('b') while write is blocked", logging.returned)
    gate.open()
    journal.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_log_never_waits_for_a_close_that_waits_for_write(exercise):
    """It may be refused, but at once."""
    gate = Gate()
    journal = exercise.Journal(lambda line: gate.wait())
    journal.log("a")
    close = Call(journal.close)
    settle()
    log = Call(journal.log, "b")
    settle()
    expect_returned("log('b') while close() waits for write", log.returned)
    gate.open()
    close.result()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(300)
def test_each_journal_writes_in_one_background_thread_of_its_own(exercise):
    ran_in = {"first": [], "second": []}

    def writing_to(name):
        return lambda line: ran_in[name].append(threading.current_thread())

    journals = [exercise.Journal(writing_to(name)) for name in ran_in]
    for journal, lines in zip(journals, ("ab", "c"), strict=True):
        log_all(journal, lines)
    for journal in journals:
        journal.close()
    counts = {name: len(threads) for name, threads in ran_in.items()}
    expect("lines written by two journals", got=counts, expected={"first": 2, "second": 1})
    used = [set(threads) - {threading.current_thread()} for threads in ran_in.values()]
    called = "how many background threads wrote for each of two journals"
    expect(called, got=[len(threads) for threads in used], expected=[1, 1])
    expect("a thread that both used", got=used[0] & used[1], expected=set())


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_close_blocks_until_all_is_written_and_the_thread_has_ended(exercise):
    gate, written = Gate(), []

    def write(line):
        gate.wait()
        written.append(line)

    journal = exercise.Journal(write)
    log_all(journal, "ab")
    close = Call(journal.close)
    settle()
    with no_polling("close() while write is blocked"):
        time.sleep(300)
    expect_waiting("close() while write is blocked", close.returned)
    gate.open()
    close.result()
    expect("log('a'), log('b') and close(): written", got=written, expected=["a", "b"])
    expect("threads left after close()", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_close_may_be_called_again_at_any_time(exercise):
    gate = Gate()
    journal = exercise.Journal(lambda line: gate.wait())
    journal.log("a")
    closes = [Call(journal.close), Call(journal.close)]
    settle()
    returned = [close.returned for close in closes]
    for close in closes:
        if close.returned:
            close.result()
    called = "two calls of close() while write is blocked: have they returned?"
    expect(called, got=returned, expected=[False, False])
    gate.open()
    for close in closes:
        close.result()
    journal.close()
    expect("threads left after close()", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_log_after_close_raises_runtime_error(exercise):
    for lines in ("", "a"):
        written = []
        journal = exercise.Journal(written.append)
        log_all(journal, lines)
        journal.close()
        for times in ("for the first time", "again"):
            called = f"log('late') {times}, after {len(lines)} lines and close()"
            expect_error(called, RuntimeError, journal.log, "late")
        journal.close()
        called = "lines written, where log('late') was refused"
        expect(called, got=written, expected=list(lines))


@pytest.mark.points(1)
def test_log_that_races_close_is_refused_or_written(exercise):
    written = []
    journal = exercise.Journal(written.append)
    log = Call(journal.log, "a")
    journal.close()
    try:
        log.result()
    except RuntimeError:
        return
    expect("log('a') during close() did not raise: written", got=written, expected=["a"])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(300)
def test_no_line_is_lost_where_two_threads_log(exercise):
    written = []
    journal = exercise.Journal(written.append)
    for call in [Call(journal.log, line) for line in "ab"]:
        call.result()
    journal.close()
    called = "log('a') in one thread, log('b') in another, then close(): written"
    expect(called, got=sorted(written), expected=["a", "b"])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(300)
def test_after_an_error_the_rest_is_written_and_every_close_raises_it(exercise):
    tried = []
    errors = {"bad": DiskFull(), "worse": queue.Empty()}

    def write(line):
        tried.append(line)
        if line in errors:
            raise errors[line]

    journal = exercise.Journal(write)
    log_all(journal, ["bad", "worse", "good"])
    raised = "write('bad') raised DiskFull and then write('worse') queue.Empty"
    for which in ("the first", "the second", "a third"):
        called = f"{which} close(), where {raised}"
        expect_error(called, errors["bad"], journal.close)
    called = f"lines for which write was called, where {raised}"
    expect(called, got=tried, expected=["bad", "worse", "good"])
    expect("threads left after close()", got=leftover_threads(), expected=[])
