"""frontrun: dynamic partial-order reduction over bytecode, on real threads that it starts itself."""

from types import ModuleType, SimpleNamespace

import frontrun

from grading.bench.answer import FOUND, HOLDS, SCHEDULES, SECONDS, UNSURE, Answer
from grading.bench.answer import is_failure_of_program as is_failure
from grading.bench.program import Program

_SAYS = {True: HOLDS, False: FOUND, None: UNSURE}


def ask(program: Program) -> Answer:
    """Explore with its defaults but for its virtual clock, which sees deadlocks; it replays a failure ten times.

    A program that starts its threads itself is a single worker to it. What a worker raises comes without a replay.
    """
    workers = program.workers()
    began = program.executions
    try:
        result = frontrun.explore(
            setup=lambda: _state(program.load()),
            workers=workers,
            invariant=lambda state: len(workers) == 1 or state.check() is None,
            clock="explored" if "sleep" in program.source else "virtual",
            max_executions=SCHEDULES,
            total_timeout=SECONDS,
        )
    except Exception as error:
        if not is_failure(error, "frontrun"):
            raise
        return Answer(FOUND, program.executions - began, note=repr(error))
    says = _SAYS[result.property_holds]
    replays = result.reproduction_successes == result.reproduction_attempts > 0
    note = result.inconclusive_reason or result.explanation or ""
    return Answer(says, result.num_explored, replays if says == FOUND else None, note)


def _state(module: ModuleType) -> SimpleNamespace:
    """What the program shares, without the modules that it imports: frontrun walks all that it can reach from there."""
    own = {
        name: value
        for name, value in vars(module).items()
        if not isinstance(value, ModuleType) and name[:2] != "__"
    }
    return SimpleNamespace(**own)
