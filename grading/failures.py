"""What a suite raises when a solution is wrong."""

from __future__ import annotations

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
