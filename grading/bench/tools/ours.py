"""The engine of this kit."""

from functools import cache

from grading.bench.answer import FOUND, Answer
from grading.bench.program import Program
from grading.engine import explore, model, reproduce
from grading.engine.trace import Execution, Schedule
from grading.instrument import compile_source


def ask(program: Program) -> Answer:
    """Search as the plugin does, then replay the token that it would print."""
    test = as_test(program)
    verdict = explore.explore(test)
    if verdict.failing is None:
        return Answer(verdict.search.kind, verdict.search.schedules)
    again = explore.replay(test, Schedule.parse(verdict.failing.schedule.token)).failing
    said = describe(verdict.failing)
    return Answer(FOUND, verdict.search.schedules, bool(again) and describe(again) == said, said)


def as_test(program: Program) -> reproduce.Test:
    """The program as the engine executes it."""
    file = str(program.file)
    code = _compiled(program.source, file)

    def body() -> None:
        program.executions += 1
        model.new_module(code, "program", file).test()

    return reproduce.Test(body)


def describe(failing: Execution | None) -> str:
    """The failure of an execution in one string: two that are equal failed in the same way."""
    failure = failing.failure if failing else None
    return f"{failure.kind}: {failure.message}" if failure else ""


_compiled = cache(compile_source)
