"""Why an execution failed: names what a finished machine shows, in the learner's terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from types import FrameType

from grading.engine import active
from grading.engine.machine import Machine, Observer
from grading.engine.naming import source_line
from grading.engine.trace import Failure, called, short
from grading.engine.vthread import VirtualThread
from grading.failures import BLOCKS, Mismatch

_WORKER = "_worker"  # the function of the library that a pool's threads run
_GATE = "Gate.wait"  # of grading.testing
_QUEUE_JOIN = "Queue.join"


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
    if machine.threads[0].ended:
        return Failure("left running", f"thread {thread.name} was left running: it never ends")
    place = place_of(thread.greenlet.gr_frame)
    if machine.must_block:
        where = f", at {place}" if place else ""
        got = f"wakes up again and again while it waits{where}"
        error = Mismatch(machine.must_block, got, BLOCKS)
        return Failure("spinning", str(error), error)
    text = f"{_who(thread)} is in a loop that never ends{_line_of(thread)}"
    return Failure("spinning", text, calls=_calls(machine))


def _stuck(machine: Machine, stuck: list[VirtualThread]) -> Failure:
    if machine.threads[0].ended:
        names = " and ".join(thread.name for thread in stuck)
        waits = _waits(stuck, machine.recorder)
        return Failure("left running", f"a thread was left running: {names}.\n{waits}")
    ring = _ring(stuck)
    if ring:
        why = "each waits for what another holds" if len(ring) > 1 else "a thread waits for itself"
        text = f"deadlock: {why}.\n{_waits(ring, machine.recorder)}"
        return Failure("deadlock", text, calls=_calls(machine))
    ended = [f"  {name} ended by {describe_error(error)}" for name, error in machine.escaped]
    what = "it hangs: every thread waits for something that never comes."
    text = "\n".join([what, _waits(stuck, machine.recorder), *ended])
    return Failure("waiting", text, calls=_calls(machine))


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


def _waits(threads: Iterable[VirtualThread], recorder: Observer | None) -> str:
    return "\n".join(f"  {_who(t)} waits {_for_what(t, recorder)}{_line_of(t)}" for t in threads)


def _for_what(thread: VirtualThread, recorder: Observer | None) -> str:
    holder = thread.awaited.holder
    if isinstance(thread.awaited, VirtualThread):
        return f"in join() for {_who(thread.awaited)} to end"
    if thread.operation == "acquire" and holder is not None:
        return f"for {_lock(thread, holder, recorder)}"
    called = [frame.f_code.co_qualname for frame in _frames(thread)]
    if _GATE in called:
        itself = ", in a call that it makes itself" if thread.id == 0 else ""
        return f"at a gate of the test, which is still shut{itself}"
    if _WORKER in called and active.user_frame(thread.greenlet.gr_frame) is None:
        return "for work"
    return f"in {_operation(thread)}(){_undone(thread)}"


def _lock(thread: VirtualThread, holder: VirtualThread, recorder: Observer | None) -> str:
    """The lock that `thread` waits for, by the names that it and its holder have for it where they are known."""
    name, other = (
        recorder.called(thread.awaited, each) if recorder else "" for each in (thread, holder)
    )
    lock = f"{name}, which" if name else "a lock that"
    if holder is thread:
        return f"{lock} it holds itself"
    verb = "holds" if not holder.ended else "has kept, though it has ended"
    known_as = f" as {other}" if name and other not in ("", name) else ""
    return f"{lock} {_who(holder)} {verb}{known_as}"


def _operation(thread: VirtualThread) -> str:
    """The public call in which it waits: what it was last said to do, or else what the library does for the program."""
    frames = takewhile(lambda frame: frame.f_builtins is not active.USER, _frames(thread))
    names = (f.f_code.co_qualname for f in frames if f.f_builtins is active.STDLIB)
    library = [name.removeprefix("_Py") for name in names]
    if not library or thread.operation in library:
        return thread.operation
    return library[-1].partition(".<locals>")[0].removeprefix("_Py")  # as in _PySimpleQueue


def _undone(thread: VirtualThread) -> str:
    """What a join of a queue waits for."""
    for frame in _frames(thread):
        if frame.f_builtins is active.STDLIB and frame.f_code.co_qualname == _QUEUE_JOIN:
            left = frame.f_locals["self"].unfinished_tasks
            return f": task_done() is missing for {left} item{'s' if left > 1 else ''}"
    return ""


def _frames(thread: VirtualThread) -> Iterator[FrameType]:
    """Where a blocked thread is, from within outwards."""
    frame = thread.greenlet.gr_frame
    while frame is not None:
        yield frame
        frame = frame.f_back


def _calls(machine: Machine) -> tuple[tuple[FrameType, int], ...]:
    """Where the thread of the test is, from the test inwards."""
    frames = [*_frames(machine.threads[0])]
    return tuple((frame, frame.f_lineno) for frame in reversed(frames))


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
