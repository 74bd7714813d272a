"""One module for each tool that looks at the programs, used as its documentation says."""

from typing import Protocol

from grading.bench.answer import Answer
from grading.bench.program import Program


class Tool(Protocol):
    """What a module of this package offers."""

    def ask(self, program: Program) -> Answer:
        """What the tool says of the program; an exception is a fault of the tool."""
