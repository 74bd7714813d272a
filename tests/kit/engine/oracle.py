"""A second opinion on the reduction: every schedule, one by one, and how many classes they really are.

Two executions are in one class (Mazurkiewicz 1977) when each thread touches the same in the same order, and touches
that do not commute come in the same order too. Nothing here is clever, so that it can be believed.
"""

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from grading.engine.reduction import Reduction
from grading.engine.segments import Trail


@dataclass
class Found:
    """What came out of a program's executions: outcomes, and how often each class was executed."""

    outcomes: set = field(default_factory=set)
    classes: Counter = field(default_factory=Counter)
    redundant: int = 0
    fair: bool = True

    def add(self, outcome, execution, log):
        if execution.redundant:
            self.redundant += 1
            return
        self.outcomes.add((*outcome, execution.failure and execution.failure.kind))
        self.classes[log.class_of_it()] += 1
        self.fair = self.fair and execution.fair


class Log:
    """Hands on to a trail, and notes every touch: `(thread, its number in the thread, place, whether it changes)`."""

    def __init__(self, trail):
        self._trail = trail
        self._numbers = Counter()
        self._touches = defaultdict(list)
        self._all = []
        self._settled = {}

    def __getattr__(self, name):
        return getattr(self._trail, name)

    def _note(self, place, write):
        thread = self._trail.segments[-1].thread
        self._numbers[thread] += 1
        touch = (thread, self._numbers[thread], write)
        self._all.append((touch, self._settled.pop(thread, None)))
        self._touches[place].append(touch)

    def touch(self, place, write, owner, ident):
        self._note((ident, place), write)
        self._trail.touch(place, write, owner, ident)

    def take(self, lock, patient):
        self._note(lock, True)
        self._trail.take(lock, patient)

    def give_back(self, lock):
        self._note(lock, True)
        self._trail.give_back(lock)

    def settle(self):
        """All that was so far comes before whatever the thread touches next."""
        self._settled[self._trail.segments[-1].thread] = frozenset(self._all)
        self._trail.settle()

    def class_of_it(self):
        """What the executions of one class have in common."""
        order = {
            (one, other)
            for touches in self._touches.values()
            for one, other in itertools.combinations(touches, 2)
            if one[0] != other[0] and (one[2] or other[2])
        }
        return frozenset(self._all), frozenset(order)


class EveryWay:
    """The chooser that goes through all ways depth first: `next` changes the last choice that has an alternative."""

    def __init__(self, sites):
        self._sites = sites
        self._prefix = []

    def chooses(self, step, site):
        return site in self._sites

    def begin(self):
        self._trail = Trail()
        self._ways = []
        return self._trail

    def __call__(self, step, site, default, others):
        depth = len(self._ways)
        ways = [default, *(thread for thread, _ in others)]
        taken = self._prefix[depth] if depth < len(self._prefix) else 0
        self._ways.append((taken, len(ways)))
        return ways[taken]

    def next(self):
        """Whether there is another way."""
        while self._ways and self._ways[-1][0] + 1 == self._ways[-1][1]:
            self._ways.pop()
        if not self._ways:
            return False
        taken, _ = self._ways.pop()
        self._prefix = [way for way, _ in self._ways] + [taken + 1]
        return True


def by_brute_force(test, sites, outcome, limit):
    """Every schedule that switches at `sites`, which grow until nothing new matters; None where `limit` do not do."""
    found, known = None, None
    while known != sites:
        known = set(sites)
        found, ways = Found(), EveryWay(sites)
        for _ in range(limit):
            log = Log(ways.begin())
            outcome.clear()
            found.add(outcome, test.execute(ways, sites, trail=log), log)
            if sites != known or not ways.next():
                break
        else:
            return None
    return found


def by_reduction(test, sites, outcome):
    """What the reduction executes."""
    found, reduction = Found(), Reduction(sites)
    while not reduction.finished:
        log = Log(reduction.begin())
        outcome.clear()
        found.add(outcome, test.execute(reduction, sites, trail=log), log)
        reduction.learn()
    return found
