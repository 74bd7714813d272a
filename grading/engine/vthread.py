"""A thread of the machine, and what it can wait for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from grading.engine.carriers import Carrier
from grading.engine.clocks import Clock


class Awaited(Protocol):
    """What a blocked thread waits for: `holder` is the thread that could end the wait, if one is known."""

    @property
    def holder(self) -> VirtualThread | None:
        """Who could end the wait."""


class Nobody:
    """Awaited when no particular thread can end the wait (sleep, settle)."""

    holder: VirtualThread | None = None


NOBODY = Nobody()


class VirtualThread:
    """A thread of the machine: `id` is its number from 0, in order of creation.

    `ident` is what `threading.get_ident` gives in it: that of a thread that has ended may be given out again.
    """

    __slots__ = (
        "awaited",
        "begun",
        "body",
        "clock",
        "daemon",
        "deadline",
        "ended",
        "greenlet",
        "id",
        "ident",
        "inside",
        "joiners",
        "looks",
        "made",
        "name",
        "operation",
        "overtaken",
        "timed_out",
        "turns",
        "turns_alone",
    )

    def __init__(self, id: int, name: str, body: Callable[[], None], daemon: bool) -> None:
        self.id = id
        self.ident = id + 1
        self.name = name
        self.body = body
        self.daemon = daemon
        self.clock: Clock = {id: 1}
        self.deadline: float | None = None
        self.timed_out = False
        self.begun = False
        self.ended = False
        self.made = 0
        self.overtaken = 0
        self.looks = 0  # at a clock, since it waited last
        self.turns = 0
        self.turns_alone = 0
        self.operation = ""
        self.awaited: Awaited = NOBODY
        self.joiners: list[VirtualThread] = []
        self.inside: list[Any] = []  # calls of built-ins that are under way in it: see `accesses`
        self.greenlet: Carrier

    @property
    def holder(self) -> VirtualThread:
        """Awaiting a thread (in join) is awaiting what it does."""
        return self
