"""Keeps real threads out of the model world: what the machine does not control must never look like a pass."""

from __future__ import annotations

import threading

from grading.engine import active


class Uncontrolled(Exception):
    """A program started a real thread during an execution: its verdict would mean nothing."""


_real_start = threading.Thread.start


def _start(self: threading.Thread) -> None:
    machine = active.machine
    if machine is not None and threading.get_ident() == active.os_thread:
        machine.fail(
            Uncontrolled(
                f"the library behind {type(self).__module__}.{type(self).__qualname__} starts threads "
                "that the grader cannot control: use threading, queue or concurrent.futures"
            )
        )
    _real_start(self)


def install() -> None:
    """Watch over the start of real threads in this process."""
    threading.Thread.start = _start  # type: ignore[method-assign]
