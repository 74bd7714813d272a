"""Watches over one judged process until it has ended or nobody wants it any more: nothing that it started is left.

Forked from the warm process. A child that has a namespace of processes is the first of it, so that all end with it.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import NamedTuple, NoReturn

from grading import isolation
from grading.judged import Task, run

INTERNAL_ERROR = 3  # pytest's code for a fault that is not the tests'
_ROUNDS = 100


def _can_watch() -> bool:
    try:
        os.close(os.pidfd_open(os.getpid()))  # type: ignore[attr-defined,unused-ignore]
    except (AttributeError, OSError):
        return False  # before Linux 5.3
    return True


AVAILABLE = _can_watch()


class Streams(NamedTuple):
    """The descriptors of a judged process: where it reports, where it prints, what it reads."""

    report: int
    printing: int
    reading: int


if sys.platform == "linux":

    def watch(task: Task, streams: Streams, telling: socket.socket, separated: str) -> NoReturn:
        """Fork the process that judges; tell its exit code when it has ended, and end it when the other side closes."""
        try:
            if separated == isolation.NAMESPACES:
                isolation.separate(Path(task.box))
            else:
                isolation.adopt_orphans()
            task.furnish()
            child = os.fork()
            if child == 0:
                telling.close()
                _judge(task, streams, separated)
        except Exception:
            os.write(streams.printing, traceback.format_exc().encode())
            telling.send(str(INTERNAL_ERROR).encode())
            os._exit(INTERNAL_ERROR)
        for descriptor in streams:
            os.close(descriptor)
        _wait(child, telling)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if separated != isolation.NAMESPACES:
            _kill_descendants()
        with contextlib.suppress(OSError):  # the other side is gone
            telling.send(str(code).encode())
        os._exit(0)

    def _judge(task: Task, streams: Streams, separated: str) -> NoReturn:
        code = INTERNAL_ERROR
        try:
            os.setsid()
            for source, target in (
                (streams.reading, 0),
                (streams.printing, 1),
                (streams.printing, 2),
            ):
                os.dup2(source, target)
            os.close(streams.printing)
            os.close(streams.reading)
            if separated == isolation.NAMESPACES:
                isolation.settle()
            run(task, streams.report, separated)
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(code)

    def _wait(child: int, telling: socket.socket) -> None:
        """Wait until the child ends or is to be killed; kill it then."""
        ended = os.pidfd_open(child)
        if ended not in select.select([ended, telling.fileno()], [], [])[0]:
            os.kill(child, signal.SIGKILL)


def _kill_descendants() -> None:
    """Kill what is left of the child's, also what left its group: orphans are ours."""
    for _ in range(_ROUNDS):
        left = _descendants(os.getpid())
        if not left:
            return
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for _ in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(-1, os.WNOHANG)


def _descendants(ancestor: int) -> set[int]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {ancestor}
