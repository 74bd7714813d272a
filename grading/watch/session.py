"""What a learner's watch works on: the current exercise, and the exercises around it. Prints nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from grading.index import Exercise
from grading.learning.road import is_done, next_exercise
from grading.learning.state import Memory, fingerprint
from grading.watch.judging import Judging, Verdict
from grading.watch.saves import saves


class Session:
    """Judges the current exercise at every save, until `close`.

    In other threads `begin` is called for each save, and `tell` with what is known of it.

    Raises SuiteFault where an exercise is begun whose suite is broken.
    """

    def __init__(
        self,
        exercises: Sequence[Exercise],
        memory: Memory,
        tell: Callable[[Verdict], None],
        begin: Callable[[], None] = lambda: None,
    ) -> None:
        self.exercises = exercises
        self.memory = memory
        self._tell = tell
        self._begin = begin
        self._stop = threading.Event()
        self._watching: threading.Thread | None = None
        self.progress = ""

    def watch(self, exercise: Exercise) -> None:
        """Judge this exercise from now on, first as it is."""
        self.close()
        self.current = exercise
        self._count()
        self._stop = threading.Event()
        judging = Judging(exercise, self._tell, self.memory.root)
        thread = threading.Thread(target=self._watch, args=(judging, self._stop), daemon=True)
        thread.start()
        self._watching = thread

    def close(self) -> None:
        """Judge nothing more; all children have ended when this returns."""
        self._stop.set()
        if self._watching:
            self._watching.join()

    def note(self, verdict: Verdict) -> None:
        """Remember the verdict, unless the file is another one by now."""
        if not verdict.final:
            return
        of = fingerprint(verdict.exercise, self.memory.root)
        if self._is_now(verdict):
            self.memory.note(verdict.exercise, verdict.result, of)
        self._count()

    def next(self) -> Exercise | None:
        """The next exercise that is not done, first of those behind the current one; None if there is no other."""
        here = self.exercises.index(self.current)
        return next_exercise((*self.exercises[here + 1 :], *self.exercises[:here]), self.memory)

    def _count(self) -> None:
        """Say how many exercises are done; not at a glance, since it takes a while."""
        done = sum(is_done(each, self.memory) for each in self.exercises)
        self.progress = f"{done} of {len(self.exercises)} done"

    def _is_now(self, verdict: Verdict) -> bool:
        content: bytes | None
        try:
            content = (self.memory.root / verdict.exercise.stub()).read_bytes()
        except OSError:
            content = None
        return content == verdict.content

    def _watch(self, judging: Judging, stop: threading.Event) -> None:
        try:
            for content in saves(self.memory.root / judging.exercise.stub(), stop):
                self._begin()
                judging.save(content)
        finally:
            judging.close()
