"""A process that has pytest and the kit imported, and forks the children that judge: each begins within milliseconds.

The parent asks by a socket; a request is a task, with four descriptors: where to report, where to print, what is
standard input, and a socket by which a child is ended and says how it ended. Only where descriptors can be sent and
processes forked.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from typing import IO

from _pytest.config import get_plugin_manager

from grading import isolation, judged, watcher

AVAILABLE = sys.platform == "linux" and watcher.AVAILABLE
_LARGEST = 1_000_000  # bytes of a request


class Forked:
    """A child of the warm process, of which `subprocess.Popen` says the same: what it reads and prints, how it ends."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], ending: socket.socket) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self._ending = ending
        self._code: int | None = None
        self._lock = threading.Lock()

    def kill(self) -> None:
        """End it with all that it has started."""
        with contextlib.suppress(OSError):  # it has ended already
            self._ending.shutdown(socket.SHUT_WR)

    def wait(self) -> int:
        """Its exit code, a signal's number if negative, when it has ended."""
        with self._lock:
            if self._code is None:
                self._code = int(self._ending.recv(16) or -signal.SIGKILL)
                self._ending.close()
        return self._code

    def poll(self) -> int | None:
        """Its exit code if it has ended."""
        if self._code is None and not select.select([self._ending], [], [], 0)[0]:
            return None
        return self.wait()


class _Warm:
    """The parent's end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def fork(self, task: judged.Task, report: int) -> Forked:
        """A child that does this task. OSError if that cannot be had."""
        output, printing = os.pipe()
        reading, feeding = os.pipe()
        ending, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with self._lock:
                if self._socket is None:
                    self._socket = _start()
                message = task.to_json().encode()
                descriptors = [report, printing, reading, telling.fileno()]
                socket.send_fds(self._socket, [message], descriptors)
        except OSError:
            self._socket = None
            os.close(output)
            os.close(feeding)
            ending.close()
            raise
        finally:
            os.close(printing)
            os.close(reading)
            telling.close()
        return Forked(open(feeding, "wb", 0), open(output, "rb", 0), ending)


fork = _Warm().fork


def _start() -> socket.socket:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        subprocess.Popen(
            [*judged.program("warm"), str(theirs.fileno())],
            env=judged.environment(),
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
            start_new_session=True,  # an interrupt from the keyboard is the parent's alone
        )
    return ours


if sys.platform == "linux":

    def main() -> None:
        """Fork a child for each request, until the parent is gone."""
        requests = socket.socket(fileno=int(sys.argv[1]))
        get_plugin_manager()  # which imports the plugins that pytest always has
        judged.plugins()
        isolation.prepare()
        reason = isolation.separable()
        separated = f"no namespaces: {reason}" if reason else isolation.NAMESPACES
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who watch
        gc.freeze()
        while True:
            message, descriptors, _, _ = socket.recv_fds(requests, _LARGEST, 4)
            if not message:
                return
            report, printing, reading, telling = descriptors
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                requests.close()
                task = judged.Task.from_json(message)
                del message  # it has the nonce, and a traceback can show what a frame holds
                streams = watcher.Streams(report, printing, reading)
                watcher.watch(task, streams, socket.socket(fileno=telling), separated)
            for descriptor in descriptors:
                os.close(descriptor)
