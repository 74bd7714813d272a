"""What an execution leaves behind: schedule, decisions, failure, steps. Imports nothing of the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\d+\.\d+(-\d+\.\d+)*")
DEFAULT_TOKEN = "default"


@dataclass(frozen=True, slots=True)
class Schedule:
    """The switches by which an execution departs from the default schedule.

    By default a thread runs until it blocks or ends, and then the oldest runnable thread goes on. Each switch is
    `(step, thread)`: at that step (counted over the whole execution) that thread (0 is main, then in order of
    creation) goes on instead. Little is stored, so the printed token is short.
    """

    switches: tuple[tuple[int, int], ...] = ()

    @property
    def token(self) -> str:
        """The printable form, for example `14.2-20.1`; `default` where nothing departs from the default."""
        return "-".join(f"{step}.{thread}" for step, thread in self.switches) or DEFAULT_TOKEN

    @classmethod
    def parse(cls, token: str) -> Schedule:
        """The schedule that printed itself as `token`; ValueError says what a token looks like."""
        if token == DEFAULT_TOKEN:
            return cls()
        if not _TOKEN.fullmatch(token):
            raise ValueError(
                f"{token!r} is no schedule: a token looks like 14.2-20.1 (step.thread, joined by -) "
                f"or {DEFAULT_TOKEN}; copy it from the failure that printed it"
            )
        pairs = (part.split(".") for part in token.split("-"))
        return cls(tuple((int(step), int(thread)) for step, thread in pairs))


class Decision(NamedTuple):
    """A step at which several threads could go on: who did by default, and what each other choice costs.

    `others` holds `(thread, preemptions)`; a preemption is a switch away from a thread that could have gone on.
    """

    step: int
    site: int
    default: int
    others: tuple[tuple[int, int], ...]


class Step(NamedTuple):
    """One recorded step: which thread, where in the learner's file or the suite, and what happened.

    `note` is what was read or written, or whom the thread waits for; `held` names the locks that the thread held.
    """

    number: int
    thread: int
    name: str
    filename: str
    line: int
    source: str
    note: str
    held: tuple[str, ...]
    matters: bool


Kind = Literal["error", "deadlock", "waiting", "spinning", "left running", "escaped"]


@dataclass(frozen=True, slots=True)
class Failure:
    """How an execution failed: its name, one sentence, and the exception if there was one."""

    kind: Kind
    message: str
    error: BaseException | None = None


@dataclass(slots=True)
class Execution:
    """One finished run of a test: its failure (or None), where it could have gone otherwise, what was recorded.

    `unseen` says what the program did to shared state that has no switch points: then nothing is proved.
    """

    failure: Failure | None
    decisions: list[Decision]
    schedule: Schedule
    steps: int
    fair: bool
    strayed: bool
    redundant: bool = False
    unseen: frozenset[str] = frozenset()
    recorded: list[Step] = field(default_factory=list)
    ending: list[str] = field(default_factory=list)
