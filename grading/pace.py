"""How a suite paces threads in the live world. In the model world `import grading.pace` gives `grading.engine.pace`."""

from __future__ import annotations

import time
from typing import NoReturn

NAP = 0.002  # seconds; too short a nap hides a fault from one repetition, and never fails a right solution
PATIENCE = 10.0  # seconds that calls may take to meet before they are said never to


def settle() -> None:
    """Let other threads run for a moment."""
    time.sleep(NAP)


def turns() -> int:
    """How often other threads went on so far: not known in the live world, so never any."""
    return 0


def must_block(called: str) -> None:
    """Where polling is found, it is in what the test has `called`: not found in the live world."""


def observe(value: object) -> None:
    """`value` is looked at by the test: no matter in the live world."""


failures: list[BaseException] = []


def fail(error: BaseException) -> NoReturn:
    """Let the test fail with `error`, even if the solution catches what its threads raise."""
    failures.append(error)
    raise error
