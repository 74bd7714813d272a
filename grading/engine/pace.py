"""How a suite paces threads in the model world; takes the place of `grading.pace` there."""

from __future__ import annotations

from typing import NoReturn

from grading.engine import active, hooks
from grading.engine.roster import AGES

PATIENCE = 2 * AGES  # seconds: so long that it passes only when nobody can run


def settle() -> None:
    """Let every other thread go on as far as it can without time passing."""
    active.required().settle()


def turns() -> int:
    """How often other threads went on so far: rounds of loops, and returns from waiting."""
    machine = active.required()
    return sum(thread.turns for thread in machine.threads if thread is not machine.current)


def must_block(called: str) -> None:
    """From now on nobody else may go on for ever: that is polling in what the test has `called`. "" ends it."""
    active.required().must_block = called


def observe(value: object) -> None:
    """`value` is looked at by the test: a read like any other."""
    hooks.reached(value, 0)


def fail(error: BaseException) -> NoReturn:
    """End the execution at once: the test has failed with `error`."""
    active.required().fail(error)
