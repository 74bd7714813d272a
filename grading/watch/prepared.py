"""A child that is ready to judge before there is anything to judge: it has collected the suite and waits for a file."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path

from grading import judged
from grading.child import Child
from grading.index import Exercise
from grading.judge import late_task, result_of
from grading.report import is_end, read_report
from grading.results import ExerciseResult
from grading.suites import Expected

# Effort of all searches together: about 50 ms of work. Of the mistakes in `reference/` that fail in the model world it
# catches 19 of 20, and half as much again catches hardly more.
GLANCE = 4_000


class Prepared:
    """Judges one solution of the exercise by these tests, in a child that was started when this was made.

    With `glance` it looks at the beginning of each search only, and stops at the first failure. OSError if it cannot be
    started.
    """

    def __init__(
        self,
        exercise: Exercise,
        expected: list[Expected],
        root: Path,
        deadline: float,
        *,
        glance: bool = False,
    ) -> None:
        self._exercise = exercise
        self._expected = expected
        self._deadline = deadline
        self._nonce = os.urandom(16).hex()
        self._box = tempfile.TemporaryDirectory(prefix="judged-", ignore_cleanup_errors=True)
        box = self._box.name
        options = ["-x", "--glance", str(GLANCE)] if glance else []
        task = late_task(exercise, options, root, box=box, nonce=self._nonce, seconds=deadline)
        is_last = partial(is_end, nonce=self._nonce)
        self._running = Child(Path(box), judged.environment(box), is_last, task).start()

    @property
    def is_alive(self) -> bool:
        """Whether it can still judge."""
        return self._running.is_alive

    def judge(self, content: bytes) -> ExerciseResult:
        """The result of a solution with this content; as good as none if `kill` was called meanwhile."""
        self._running.feed(content)
        with self._box:
            ended = self._running.wait(self._deadline)
        report = read_report(ended.report, self._nonce, self._expected)
        return result_of(self._exercise, self._expected, report, ended, self._deadline)

    def kill(self) -> None:
        """Let `judge`, in whichever thread it is, come to an end now."""
        self._running.kill()

    def discard(self) -> None:
        """End it unused."""
        self.kill()
        self.judge(b"")
