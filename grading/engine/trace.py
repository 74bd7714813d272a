"""What an execution leaves behind: schedule, decisions, failure, steps. Imports nothing of the engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


class Turn(NamedTuple):
    """A decision of a recorded execution: who went on, when so many steps (`at`) had been recorded."""

    at: int
    decision: Decision
    thread: int


class Access(NamedTuple):
    """What a step read or wrote: an attribute, a variable, or the contents of a container.

    `place` numbers it, `name` is what the line calls it ("" if nothing), `value` what was read or written, as shown.
    `clock` is what the thread knew. Of a container, `items` are those that a write changed, as far as is known.
    """

    place: int
    name: str
    value: str
    write: bool
    clock: Mapping[int, int]
    items: frozenset[int] | None = None


class Step(NamedTuple):
    """One recorded step: which thread, where in the learner's file or the suite, and what happened.

    `note` is what was read or written, or whom the thread waits for; `held` names the locks that the thread held,
    as it calls them, and `locks` numbers them: below zero if it is a semaphore that lets several threads in.
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
    access: Access | None = None
    locks: tuple[int, ...] = ()

    @property
    def who(self) -> str:
        """The thread as messages name it."""
        return called(self.thread, self.name)


def called(thread: int, name: str) -> str:
    """How messages call a thread: thread 0 executes the test."""
    return "the test" if thread == 0 else name


def short(filename: str) -> str:
    """The name of a file without its folders."""
    return filename.replace("\\", "/").rpartition("/")[2]


Kind = Literal["error", "deadlock", "waiting", "spinning", "left running", "escaped"]


@dataclass(frozen=True, slots=True)
class Failure:
    """How an execution failed: its name, one sentence, the exception if there was one.

    `at` is the file and line, of the learner or the suite, where the exception was raised.
    """

    kind: Kind
    message: str
    error: BaseException | None = None
    at: tuple[str, int] | None = None


@dataclass(slots=True)
class Execution:
    """One finished run of a test: its failure (or None), the schedule that it took, what was recorded.

    `afterwards` is what the other threads would still have done when the test failed.
    `effort` counts steps and what the library does within them.
    `unseen` says what the program did to shared state that has no switch points: then nothing is proved.
    Where it was recorded, `turns` are the decisions between the steps, as far as the chooser was asked, and `threads`
    the names by number.
    """

    failure: Failure | None
    schedule: Schedule
    steps: int
    effort: int
    fair: bool
    strayed: bool
    redundant: bool = False
    unseen: frozenset[str] = frozenset()
    recorded: list[Step] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    threads: list[str] = field(default_factory=list)
    afterwards: list[Step] = field(default_factory=list)
    ending: list[str] = field(default_factory=list)
