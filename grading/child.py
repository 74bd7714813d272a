"""Runs one untrusted child process to its end: nothing that it does can block or outlive the run.

The child is in a session of its own, so that one signal reaches its whole process group. It reports
through a pipe (on Windows, which hands down no descriptors, through a file) and may print, within a
limit. Knows nothing of exercises.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from grading import judged, warm
from grading.judged import Task

How = Literal["finished", "exited", "deadline", "flooded"]
_Reasons = queue.SimpleQueue[How]

OUTPUT_LIMIT = 8_000_000  # bytes; a print in every schedule of every test stays below it
_REPORT_LIMIT = 4_000_000
_TAIL = 4_000
_CHUNK = 65_536
BY_FILE = sys.platform == "win32"  # whether a child reports to a file

Process = subprocess.Popen[bytes] | warm.Forked

_running: set[Process] = set()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended.

    `finished`: it said so itself, and was killed then; `exited`: it went away, with `code` (if
    negative, a signal's number); `deadline` and `flooded`: it was killed for that. `output` is the
    last of what it printed.
    """

    how: How
    code: int
    report: bytes
    output: str


@dataclass(frozen=True, slots=True)
class Child:
    """What to run: a task, or what `command` makes of the place to report to (number or path).

    A task is done by a process that is forked from a warm one, where there can be one. `folder` is the current one.
    """

    folder: Path
    environment: Mapping[str, str]
    is_last: Callable[[bytes], bool]
    task: Task | None = None
    command: Callable[[str], list[str]] = lambda target: [*judged.program("judged"), target]

    def run(self, deadline: float, *, by_file: bool = BY_FILE) -> Ended:
        """Runs it for at most `deadline` seconds, then kills whatever is left of its group."""
        return self.start(by_file=by_file).wait(deadline)

    def start(self, *, by_file: bool = BY_FILE) -> Running:
        """Starts it; whoever does so waits for it, or kills it."""
        with contextlib.ExitStack() as stack:
            if by_file:
                temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
                target = Path(stack.enter_context(temporary), "report")
                target.touch()
                started = self._start(str(target), ())
                reports = _chunks_of_file(target, started)
                return Running(started, reports, self.is_last, stack.pop_all())
            reader, writer = os.pipe()
            stack.callback(os.close, writer)
            process = self._fork(writer) or self._start(str(writer), (writer,))
            return Running(process, _chunks_of_pipe(open(reader, "rb", 0)), self.is_last)

    def _fork(self, writer: int) -> Process | None:
        if not (self.task and warm.AVAILABLE):
            return None
        try:
            process = warm.fork(self.task, writer)
        except OSError:
            return None
        self._register(process)
        return process

    def _start(self, target: str, descriptors: tuple[int, ...]) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            self.command(target),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
            pass_fds=descriptors,
            start_new_session=True,
        )
        assert process.stdin
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(f"{self.task.to_json()}\n".encode() if self.task else b"")
        self._register(process)
        return process

    def _register(self, process: Process) -> None:
        _running.add(process)
        if not (self.task and self.task.late):
            _feed(process, b"")


class Running:
    """A child that was started; `closing` is left when it has ended."""

    def __init__(
        self,
        process: Process,
        reports: Iterator[bytes],
        is_last: Callable[[bytes], bool],
        closing: contextlib.ExitStack | None = None,
    ) -> None:
        self._process = process
        self._reports = reports
        self._is_last = is_last
        self._closing = closing or contextlib.ExitStack()

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def feed(self, content: bytes) -> None:
        """Give it the file that its task waits for, once."""
        _feed(self._process, content)

    def kill(self) -> None:
        """End it with its group; whoever waits is told that it `exited`."""
        _kill(self._process)

    def wait(self, deadline: float) -> Ended:
        """How it ended, within `deadline` seconds from now."""
        process = self._process
        assert process.stdout
        reasons: _Reasons = queue.SimpleQueue()
        report, output = bytearray(), bytearray()
        printed = _chunks_of_pipe(process.stdout)
        threads = [
            _thread(_collect_report, self._reports, report, self._is_last, reasons),
            _thread(_collect_output, printed, output, reasons),
            _thread(_await_exit, process, reasons),
        ]
        with self._closing:
            try:
                how = reasons.get(timeout=deadline)
            except queue.Empty:
                how = "deadline"
            finally:
                _kill(process)
            for thread in threads:
                thread.join(timeout=1)  # a grandchild that left the group may hold a pipe for ever
            return Ended(how, process.wait(), bytes(report), output.decode(errors="replace"))


def kill_all() -> None:
    """Kills every child that is running; for an interrupted parent."""
    for process in list(_running):
        _kill(process)


def _kill(process: Process) -> None:
    if isinstance(process, warm.Forked):
        process.kill()
    elif sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: only zombies left
            os.killpg(process.pid, signal.SIGKILL)
    _running.discard(process)


def _feed(process: Process, content: bytes) -> None:
    """Let it read this on standard input, and then the end."""
    assert process.stdin
    with contextlib.suppress(BrokenPipeError), process.stdin:  # it has ended already
        process.stdin.write(content)


def _thread(target: Callable[..., None], *args: object) -> threading.Thread:
    thread = threading.Thread(target=target, args=args, daemon=True)
    thread.start()
    return thread


def _await_exit(process: Process, reasons: _Reasons) -> None:
    process.wait()
    reasons.put("exited")


def _collect_output(chunks: Iterator[bytes], output: bytearray, reasons: _Reasons) -> None:
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        output += chunk
        del output[:-_TAIL]
        if seen > OUTPUT_LIMIT:
            return reasons.put("flooded")


def _collect_report(
    chunks: Iterator[bytes],
    report: bytearray,
    is_last: Callable[[bytes], bool],
    reasons: _Reasons,
) -> None:
    for chunk in chunks:
        line_start = report.rfind(b"\n") + 1
        report += chunk
        if any(is_last(line) for line in bytes(report[line_start:]).splitlines()):
            reasons.put("finished")
        if len(report) > _REPORT_LIMIT:
            return reasons.put("flooded")


def _chunks_of_pipe(stream: IO[bytes]) -> Iterator[bytes]:
    with stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _chunks_of_file(path: Path, process: Process) -> Iterator[bytes]:
    with path.open("rb") as file:
        while True:
            over = process.poll() is not None
            if chunk := file.read(_CHUNK):
                yield chunk
            elif over:
                return
            else:
                time.sleep(0.02)
