"""Judges each save in two stages, a glance and then everything, and leaves off as soon as there is a newer save."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from grading.index import Exercise
from grading.judge import DEADLINE, unusable
from grading.results import ExerciseResult
from grading.screening import Fault, screen, screen_content
from grading.suites import Expected, expected_tests
from grading.watch.prepared import Prepared

GLANCE_DEADLINE = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a save with this content: by a glance, which claims no pass, or `final`."""

    exercise: Exercise
    result: ExerciseResult
    content: bytes | None
    final: bool


class Judging:
    """Judges one exercise of `root`, the newest save only, in a thread of its own, which calls `tell`.

    Children are prepared while there is nothing to judge. `close` ends them. Raises SuiteFault.
    """

    def __init__(
        self,
        exercise: Exercise,
        tell: Callable[[Verdict], None],
        root: Path,
        deadline: float = DEADLINE,
    ) -> None:
        self.exercise = exercise
        self._tell = tell
        self._root = root
        self._all = expected_tests(root / exercise.suite)
        self._model = [test for test in self._all if test.world == "model"]
        first = min(deadline, GLANCE_DEADLINE)
        self._glance = _Ready(partial(self._prepared, self._model, first, glance=True))
        self._whole = _Ready(partial(self._prepared, self._all, deadline))
        self._changed = threading.Condition()
        self._saved = False
        self._closed = False
        self._content: bytes | None = None
        self._waiting = ThreadPoolExecutor()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def save(self, content: bytes | None) -> None:
        """The file has this content now, or is gone; what is being judged is so no longer."""
        with self._changed:
            self._content = content
            self._saved = True
            self._changed.notify()

    def close(self) -> None:
        """Judge nothing more; all children have ended when this returns."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    @property
    def _outdated(self) -> bool:
        return self._saved or self._closed

    def _work(self) -> None:
        with closing(self._glance), closing(self._whole), self._waiting:
            with suppress(OSError):  # it is tried again when there is something to judge
                for stage in self._stages:
                    stage.prepare()
            while True:
                with self._changed:
                    self._changed.wait_for(lambda: self._outdated)
                    if self._closed:
                        return
                    self._saved, content = False, self._content
                try:
                    self._judge(content)
                except Exception as error:
                    told = f"The kit cannot judge: {type(error).__name__}: {error}"
                    result = ExerciseResult(self.exercise.id, "grader_error", told, ())
                    self._tell(Verdict(self.exercise, result, content, final=True))

    def _judge(self, content: bytes | None) -> None:
        exercise = self.exercise
        if fault := self._screened(content):
            refused = unusable(exercise, self._all, fault)
            self._tell(Verdict(exercise, refused, content, final=True))
        elif content is not None:
            for stage in self._stages:
                result = self._by(stage, content)
                if result is None:
                    return
                final = stage is self._whole
                # Where a glance cannot be had, the whole may do.
                if final or result.status != "grader_error":
                    self._tell(Verdict(exercise, result, content, final))
                stage.prepare()

    def _screened(self, content: bytes | None) -> Fault | None:
        name, imports = self.exercise.stub().as_posix(), self.exercise.imports
        if content is None:
            return screen(self._root / name, imports, name=name)
        return screen_content(content, imports, name)

    @property
    def _stages(self) -> list[_Ready]:
        return [self._glance, self._whole] if self._model else [self._whole]

    def _by(self, stage: _Ready, content: bytes) -> ExerciseResult | None:
        """The result of this stage; None, without waiting for the end, if it is not wanted any more."""
        child = stage.take()
        result = self._waiting.submit(child.judge, content)
        result.add_done_callback(self._wake)
        with self._changed:
            self._changed.wait_for(lambda: self._outdated or result.done())
            outdated = self._outdated
        if outdated:
            child.kill()
        return None if outdated else result.result()

    def _wake(self, _: object) -> None:
        with self._changed:
            self._changed.notify()

    def _prepared(
        self, expected: list[Expected], deadline: float, glance: bool = False
    ) -> Prepared:
        return Prepared(self.exercise, expected, self._root, deadline, glance=glance)


class _Ready:
    """A child that waits for its use, if there is one."""

    def __init__(self, make: Callable[[], Prepared]) -> None:
        self._make = make
        self._child: Prepared | None = None

    def close(self) -> None:
        """Discard it."""
        if self._child:
            self._child.discard()

    def prepare(self) -> None:
        """Have one."""
        if self._child is None:
            self._child = self._make()

    def take(self) -> Prepared:
        """One that is alive."""
        child, self._child = self._child, None
        if child and not child.is_alive:
            child.discard()
            child = None
        return child or self._make()
