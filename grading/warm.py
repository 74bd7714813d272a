"""A process that has pytest and the kit imported, and forks the children that judge: each begins within milliseconds.

The parent asks by a socket; a request is JSON with three descriptors: where to report, to print, to say how it ended.
Run as a module, it is that process. Only where descriptors can be sent and a process of one thread can be forked.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NoReturn

import pytest

AVAILABLE = sys.platform == "linux"
REPORT = "{report}"  # stands in the arguments for the descriptor to report to
_LARGEST = 1_000_000  # bytes of a request


class Forked:
    """A child of the warm process, of which `subprocess.Popen` says the same: pid, what it prints, how it ends."""

    def __init__(self, stdout: IO[bytes], ending: IO[bytes]) -> None:
        self.stdout = stdout
        self._ending = ending
        self._code: int | None = None
        self._lock = threading.Lock()
        self.pid = int(ending.readline())

    def wait(self) -> int:
        """Its exit code, a signal's number if negative, when it has ended."""
        with self._lock:
            if self._code is None:
                self._code = int(self._ending.readline() or -signal.SIGKILL)
                self._ending.close()
        return self._code

    def poll(self) -> int | None:
        """Its exit code if it has ended."""
        if self._code is None and not select.select([self._ending], [], [], 0)[0]:
            return None
        return self.wait()


class _Warm:
    """The parent's end, by interpreter and environment that the process was started with."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def fork(
        self, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], report: int
    ) -> Forked:
        """A child that runs pytest with these arguments. OSError if that cannot be had."""
        output, printing = os.pipe()
        ending, telling = os.pipe()
        request = {"arguments": [*arguments], "folder": str(folder), "environment": {**environment}}
        try:
            with self._lock:
                if self._socket is None:
                    self._socket = _start(environment)
                message = json.dumps(request).encode()
                socket.send_fds(self._socket, [message], [report, printing, telling])
        except OSError:
            self._socket = None
            os.close(output)
            os.close(ending)
            raise
        finally:
            os.close(printing)
            os.close(telling)
        return Forked(open(output, "rb", 0), open(ending, "rb", 0))


fork = _Warm().fork


def _start(environment: Mapping[str, str]) -> socket.socket:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        subprocess.Popen(
            [sys.executable, "-m", "grading.warm", str(theirs.fileno())],
            cwd=Path(__file__).parents[1],
            env=environment,
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
        )
    return ours


def _serve(requests: socket.socket) -> None:
    """Fork a child for each request, until the parent is gone."""
    for module in ("pytest_repeat", "pytest_timeout", "grading.plugin"):
        importlib.import_module(module)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who watch
    while True:
        message, descriptors, _, _ = socket.recv_fds(requests, _LARGEST, 3)
        if not message:
            return
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            requests.close()
            _watch(json.loads(message), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _watch(request: Any, report: int, printing: int, telling: int) -> NoReturn:
    """Fork the child, and tell its pid and, when it has ended, its exit code."""
    child = os.fork()
    if child == 0:
        os.close(telling)
        _judge(request, report, printing)
    os.close(report)
    os.close(printing)
    with contextlib.suppress(BrokenPipeError):
        os.write(telling, f"{child}\n".encode())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.write(telling, f"{code}\n".encode())
    os._exit(0)


def _judge(request: Any, report: int, printing: int) -> NoReturn:
    """Become what a child started anew would be, and run pytest."""
    os.setsid()
    for target in (1, 2):
        os.dup2(printing, target)
    os.close(printing)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    arguments = [part.replace(REPORT, str(report)) for part in request["arguments"]]
    code = 1
    try:
        code = int(pytest.main(arguments))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
