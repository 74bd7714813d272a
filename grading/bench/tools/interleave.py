"""interleave-test: real threads that take turns at every instruction, by chance or by priorities (PCT)."""

import concurrent.futures.thread  # noqa: F401 - its locks must be made before interleave-test puts its own in place
import time

import interleave_test

from grading.bench.answer import ERROR, FOUND, HANG, HOLDS, SCHEDULES, SECONDS, Answer
from grading.bench.answer import is_failure_of_program as is_failure
from grading.bench.program import Program

_ROUND = 50  # schedules with one seed


def ask(program: Program) -> Answer:
    """Explore with seeds 0, 1, ...: half of the budget by chance, its default, then half by priorities."""
    schedules = 0
    for strategy in ("random", interleave_test.PCTStrategy()):
        ends = time.monotonic() + SECONDS / 2
        for seed in range(SCHEDULES // 2 // _ROUND):
            if time.monotonic() > ends:
                break
            result = interleave_test.explore(
                program.run,
                iterations=_ROUND,
                seed=seed,
                strategy=strategy,
                include=[program.file],
                timeout=SECONDS,
                raise_on_failure=False,
            )
            schedules += result.schedules_run
            if result.failure:
                return _failed(program, result.failure, schedules)
    return Answer(HOLDS, schedules)


def _failed(program: Program, failure: interleave_test.Failure, schedules: int) -> Answer:
    note = failure.format()
    if failure.kind == "hang":
        return Answer(HANG, schedules, note=note)
    if failure.exception and not is_failure(failure.exception, "interleave_test"):
        return Answer(ERROR, schedules, note=note)
    again = interleave_test.replay(
        program.run, failure.schedule, include=[program.file], raise_on_failure=False
    )
    return Answer(FOUND, schedules, _kind(again.failure) == _kind(failure), note)


def _kind(failure: interleave_test.Failure | None) -> tuple[str, type] | None:
    return failure and (failure.kind, type(failure.exception))
