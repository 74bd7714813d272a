"""Who goes on at a step: strategies see steps, sites and thread ids, never threads.

A chooser says at which steps it has a choice to make, and names a thread where several could go on. `Replay` follows
a schedule, `RandomWalk` and `Priorities` throw seeded dice, `Noted` keeps the decisions of another. `Exhaustive` hands
out schedules by rising number of preemptions (the iterative context bounding of Musuvathi and Qadeer, 2007).
"""

from __future__ import annotations

import random
from collections import defaultdict, deque
from collections.abc import Sequence
from typing import Protocol

from grading.engine.trace import Decision, Schedule

Others = Sequence[tuple[int, int]]

OPERATION = 0  # the site of a public operation (acquire, put, join, ...) or of a block: always worth a switch
NOTHING_NEW = -1  # the answer of a chooser for which every way on was executed before
RELEASE = -2  # worth one only where somebody looks at a lock without waiting for it
START = -3  # worth one only where somebody asks which threads are alive, or for an ident


class Chooser(Protocol):
    """Who goes on."""

    def chooses(self, step: int, site: int) -> bool:
        """Whether it wants to be asked at this step, where the thread that runs could go on."""

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """The thread that goes on: `default` or one of `others`, `(thread, preemptions)` each."""


class Replay:
    """The chooser that follows a schedule."""

    def __init__(self, schedule: Schedule) -> None:
        self._switches = dict(schedule.switches)

    def chooses(self, step: int, site: int) -> bool:
        """See `Chooser`."""
        return step in self._switches

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """See `Chooser`."""
        return self._switches.get(step, default)


class RandomWalk:
    """The chooser that switches with a seeded probability at the sites that matter: good where many switches fail."""

    def __init__(self, seed: int, sites: set[int]) -> None:
        self._random = random.Random(seed)
        self._sites = sites
        self._eagerness = self._random.choice((0.1, 0.3, 0.5))

    def chooses(self, step: int, site: int) -> bool:
        """See `Chooser`."""
        return site in self._sites

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """See `Chooser`."""
        if self._random.random() < self._eagerness:
            return self._random.choice(others)[0]
        return default


class Priorities:
    """The chooser of PCT (Burckhardt, Kothari, Musuvathi and Nagarakatte 2010): good where few do.

    The thread of the highest random priority goes on. At a few random ones among about `length` choices the thread that
    would go on falls behind all others. A failure that needs d orderings is found with a probability of at least
    1 / (threads * length ** (d - 1)) in each run.
    """

    def __init__(self, seed: int, sites: set[int], length: int) -> None:
        self._random = random.Random(seed)
        self._sites = sites
        depth = self._random.choice((1, 2, 3))
        self._changes = {self._random.randrange(max(length, 1)) for _ in range(depth)}
        self._priorities: dict[int, float] = {}
        self.choices = 0

    def chooses(self, step: int, site: int) -> bool:
        """See `Chooser`."""
        return site in self._sites

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """See `Chooser`."""
        able = [default, *(thread for thread, _ in others)]
        for thread in able:
            self._priorities.setdefault(thread, self._random.random())
        if self.choices in self._changes:
            self._priorities[max(able, key=self._priorities.__getitem__)] = -self.choices
        self.choices += 1
        return max(able, key=self._priorities.__getitem__)


class Noted:
    """Chooses like another, and keeps all decisions, also those where the other had no choice to make."""

    def __init__(self, chooser: Chooser) -> None:
        self._chooser = chooser
        self.decisions: list[Decision] = []

    def chooses(self, step: int, site: int) -> bool:
        """See `Chooser`."""
        return True

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """See `Chooser`."""
        self.decisions.append(Decision(step, site, default, tuple(others)))
        if self._chooser.chooses(step, site):
            return self._chooser(step, site, default, others)
        return default


class Exhaustive:
    """Hands out every schedule with no preemption, then with one, two, ... until none, or no share, is left.

    Only switches at `sites` matter: a switch before any other access commutes with it. Alternatives at sites that are
    not (yet) known to matter are put by, and taken up when they are. `share` is the number of executions for a level.
    """

    def __init__(self, sites: set[int], share: int) -> None:
        self._sites = sites
        self._share = share
        self._levels: defaultdict[int, deque[Schedule]] = defaultdict(deque)
        self._put_by: defaultdict[int, list[tuple[int, Schedule]]] = defaultdict(list)
        self._levels[0].append(Schedule())
        self._spent = 0
        self.level = 0
        self._cut_at: int | None = None

    @property
    def exhausted(self) -> bool:
        """Whether every schedule was handed out."""
        left = any(self._levels.values()) or not self._sites.isdisjoint(self._put_by)
        return self._cut_at is None and not left

    @property
    def complete_levels(self) -> int:
        """How many levels, from no preemption upwards, were handed out completely."""
        return self.level if self._cut_at is None else self._cut_at

    def next(self) -> Schedule | None:
        """The next schedule to execute, or None where no level has any left of its share."""
        self._take_up()
        while not self._levels[self.level] or self._spent >= self._share:
            if self._levels[self.level] and self._cut_at is None:
                self._cut_at = self.level
            del self._levels[self.level]
            if not self._levels:
                return None
            self.level += 1
            self._spent = 0
        self._spent += 1
        return self._levels[self.level].popleft()

    def learn(self, schedule: Schedule, decisions: list[Decision]) -> None:
        """Add the schedules that depart from `schedule` at one step after its last switch."""
        last = schedule.switches[-1][0] if schedule.switches else -1
        for step, site, _, others in decisions:
            if step <= last:
                continue
            for thread, preemptions in others:
                level = self.level + preemptions
                departed = Schedule((*schedule.switches, (step, thread)))
                if site in self._sites:
                    self._levels[level].append(departed)
                else:
                    self._put_by[site].append((level, departed))

    def _take_up(self) -> None:
        """Queue what was put by at sites that have turned out to matter since."""
        for site in sorted(self._sites & self._put_by.keys()):
            for level, schedule in self._put_by.pop(site):
                self._levels[max(level, self.level)].append(schedule)
