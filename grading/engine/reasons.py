"""Why an execution failed: names what a finished machine shows, in the learner's terms."""

from __future__ import annotations

from collections.abc import Iterable
from types import FrameType

from grading.engine import active
from grading.engine.machine import Machine
from grading.engine.naming import source_line
from grading.engine.trace import Failure, called, short
from grading.engine.vthread import VirtualThread

# What an idle worker of a pool has done last.
_BETWEEN_JOBS = ("", "Future.set_result", "Future.set_exception")


def failure_of(machine: Machine, *, may_escape: bool) -> Failure | None:
    """The first that applies: an error of the test itself, threads without end, an exception that escaped."""
    if machine.redundant:
        return None
    if machine.error is not None:
        text = describe_error(machine.error)
        return Failure("error", text, machine.error, _raised_at(machine.error))
    if machine.exhausted is not None:
        return _endless(machine, machine.exhausted)
    if machine.escaped and not may_escape:
        return escape(*machine.escaped[0])
    if machine.stuck:
        return _stuck(machine, machine.stuck)
    return None


def escape(thread: str, error: BaseException) -> Failure:
    """The failure of an exception that left the thread of this name, in either world."""
    text = f"an exception escaped from thread {thread}: {describe_error(error)}"
    return Failure("escaped", text, error, _raised_at(error))


def describe_error(error: BaseException) -> str:
    """`ValueError: text`, and where in the learner's file it was raised."""
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    at = _raised_at(error)
    return f"{text} (line {at[1]} of {short(at[0])})" if at else text


def _raised_at(error: BaseException) -> tuple[str, int] | None:
    """The file and line, of the learner or the suite, from which it came."""
    at = None
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_builtins is active.USER:
            at = traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next
    return at


def _endless(machine: Machine, thread: VirtualThread) -> Failure:
    main = machine.threads[0]
    if main.ended:
        return Failure("left running", f"thread {thread.name} was left running: it never ends")
    where = _line_of(thread)
    return Failure("spinning", f"{_who(thread)} goes round and round and never gets on{where}")


def _stuck(machine: Machine, stuck: list[VirtualThread]) -> Failure:
    if machine.threads[0].ended:
        names = " and ".join(thread.name for thread in stuck)
        return Failure("left running", f"a thread was left running: {names}.\n{_waits(stuck)}")
    ring = _ring(stuck)
    if ring:
        why = "each waits for what another holds" if len(ring) > 1 else "a thread waits for itself"
        return Failure("deadlock", f"deadlock: {why}.\n{_waits(ring)}")
    return Failure("waiting", f"everybody waits for ever.\n{_waits(stuck)}")


def _ring(stuck: Iterable[VirtualThread]) -> list[VirtualThread]:
    """Threads that wait for one another in a circle, locks among it, or an empty list."""
    for start in stuck:
        path: list[VirtualThread] = []
        thread: VirtualThread | None = start
        while thread is not None and thread not in path:
            path.append(thread)
            holder = thread.awaited.holder
            # A thread that waits for itself waits on the inside of a Condition, unless the program asked for the lock.
            thread = None if holder is thread and thread.operation != "acquire" else holder
            if thread is not None and thread.ended:
                thread = None
        if thread is not None:
            return path[path.index(thread) :]
    return []


def _waits(threads: Iterable[VirtualThread]) -> str:
    return "\n".join(f"  {_who(t)} waits {_for_what(t)}{_line_of(t)}" for t in threads)


def _for_what(thread: VirtualThread) -> str:
    holder = thread.awaited.holder
    if isinstance(thread.awaited, VirtualThread):
        return f"in join() for {_who(thread.awaited)} to end"
    if thread.operation == "acquire" and holder is not None:
        whose = "it holds itself" if holder is thread else f"{_who(holder)} holds"
        return f"for a lock that {whose}"
    if thread.operation in _BETWEEN_JOBS and active.user_frame(thread.greenlet.gr_frame) is None:
        return "for work"
    return f"in {thread.operation}()"


def _who(thread: VirtualThread) -> str:
    return called(thread.id, thread.name)


def _line_of(thread: VirtualThread) -> str:
    place = place_of(thread.greenlet.gr_frame)
    return f"\n      {place}" if place else ""


def place_of(frame: FrameType | None) -> str | None:
    """`line 12 of counter.py: with lock:` for the learner's or the suite's frame nearest to `frame`."""
    frame = active.user_frame(frame)
    if frame is None:
        return None
    return f"line {frame.f_lineno} of {short(frame.f_code.co_filename)}: {source_line(frame)}"
