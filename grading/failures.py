"""What a suite raises when a solution is wrong."""

from __future__ import annotations

UNCONTROLLED = (
    "the grader cannot control"  # how a sentence begins about what the engine does not know
)
BLOCKS = "blocks until woken"  # what is expected where polling is found


class Mismatch(AssertionError):
    """A claim that does not hold: what was called, what came, what should have come."""

    def __init__(self, called: str, got: str, expected: str) -> None:
        super().__init__(called, got, expected)
        self.called = called
        self.got = got
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.called}: got {self.got}, expected {self.expected}"


def mismatch_of(error: BaseException | None) -> Mismatch | None:
    """The mismatch that an error is, or that an `assert` gave it for a message (see `grading.instrument.asserts`)."""
    if type(error) is AssertionError and len(error.args) == 1:
        error = error.args[0]
    return error if isinstance(error, Mismatch) else None
