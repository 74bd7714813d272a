"""Which locks each thread holds while an execution is recorded, and how the thread calls them.

A semaphore counts as a lock if it begins with one permit. With several it is kept apart, by a negative number.
"""

from __future__ import annotations

from collections import Counter
from types import FrameType
from typing import Any

from grading.engine.naming import name_of_lock, source_line
from grading.engine.primitives import Lock
from grading.engine.vthread import VirtualThread


class Holdings:
    """Told of each operation when it begins, and of each thread that goes on after one."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        self._names: dict[tuple[object, VirtualThread], str] = {}
        self._permits: Counter[tuple[object, VirtualThread]] = Counter()
        self._asked: dict[VirtualThread, object] = {}

    def begins(self, thread: VirtualThread, subject: object, frame: FrameType) -> None:
        """`thread` begins an operation on `subject`."""
        if isinstance(subject, Lock):
            self._name(subject, thread, frame, 1)
            return
        kind, _, operation = thread.operation.partition(".")
        if kind not in ("Semaphore", "BoundedSemaphore"):
            return
        self._name(subject, thread, frame, getattr(subject, "_value", 0))
        line = source_line(frame)
        if operation != "acquire":
            self._permits[subject, thread] -= 1
        elif "acquire(" not in line or "acquire()" in line:  # all others may come back without
            self._asked[thread] = subject

    def goes_on(self, thread: VirtualThread) -> None:
        """`thread` has what it asked for."""
        if thread in self._asked:
            self._permits[self._asked.pop(thread), thread] += 1

    def of(self, thread: VirtualThread) -> dict[int, str]:
        """What `thread` holds: numbers and names."""
        return {
            number: self.name(lock, thread) or "lock"
            for lock, number in self._numbers.items()
            if self._holds(thread, lock)
        }

    def name(self, lock: object, thread: VirtualThread) -> str:
        """What `thread` calls a lock that it asked for; "" if that is unclear."""
        return self._names.get((lock, thread), "")

    def _holds(self, thread: VirtualThread, lock: object) -> bool:
        if isinstance(lock, Lock):
            return lock.holder is thread
        return self._permits[lock, thread] > 0

    def _name(self, lock: object, thread: VirtualThread, frame: FrameType, permits: int) -> None:
        number = len(self._numbers) + 1
        self._numbers.setdefault(lock, number if permits == 1 else -number)
        name = name_of_lock(lock, frame)
        if name:
            self._names[lock, thread] = name
