"""An access among the recorded steps, and how it lies to others: before, after, or in a race (see `clocks`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from grading.engine.trace import Access, Step

_DECIDES = re.compile(r"\b(if|elif|while|not|and|or)\b|[<>=!]=|[<>]")


class Touch(NamedTuple):
    """A step that is an access to a place."""

    step: Step
    access: Access

    @property
    def writes(self) -> bool:
        """Whether it changes the place."""
        return self.access.write

    @property
    def line(self) -> tuple[str, int]:
        """The file and the line."""
        return self.step.filename, self.step.line

    @property
    def locks(self) -> dict[int, str]:
        """The locks that its thread held, by number."""
        return {n: name for n, name in self._held() if n > 0}

    @property
    def permits(self) -> dict[int, str]:
        """The semaphores for several threads that its thread was in, by number."""
        return {n: name for n, name in self._held() if n < 0}

    def _held(self) -> Iterator[tuple[int, str]]:
        return zip(self.step.locks, self.step.held, strict=True)

    @property
    def decides(self) -> bool:
        """Whether it reads in order to decide something: on its line, or on that to which it returns the value."""
        lines = self.step.source, self.access.asker
        return not self.writes and any(_DECIDES.search(line) for line in lines)

    def before(self, other: Touch) -> bool:
        """Whether it happened before `other`, not just earlier."""
        thread = self.step.thread
        return other.access.clock.get(thread, 0) >= self.access.clock[thread]

    def races_with(self, other: Touch) -> bool:
        """Whether the order of the two is open."""
        return not self.before(other) and not other.before(self)

    def meets(self, other: Touch) -> bool:
        """Whether two writes change the same; of a container that is the same item."""
        mine, theirs = self.access.items, other.access.items
        return mine is None or theirs is None or not mine.isdisjoint(theirs)
