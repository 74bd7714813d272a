"""What a tool says of a program, as plain data that a child process prints."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

SCHEDULES: Final = 1_000  # that a tool may execute of a program ...
SECONDS: Final = 5.0  # ... and how long, where it can be told so
FOUND, HOLDS, HANG, UNSURE, ERROR = "found", "holds", "hang", "unsure", "error"


@dataclass
class Answer:
    """One answer: `says` is a word (the engine says how sure it is that a program holds), `schedules` how many it took.

    `seconds` is how long it took. `replays` is whether the tool repeated the failure by its own means (None where it
    has none). `rate` is in executions of the program a second, those for shrinking and replaying among them.
    """

    says: str
    schedules: int = 0
    replays: bool | None = None
    note: str = ""
    seconds: float = 0.0
    rate: float = 0.0

    @property
    def is_verdict(self) -> bool:
        """Whether the tool came to an end with the program."""
        return self.says not in (HANG, UNSURE, ERROR)


def is_failure_of_program(error: BaseException, package: str) -> bool:
    """Whether `error` came from the program or the standard library, not from the inside of a tool's `package`."""
    traceback = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    return traceback is None or package not in Path(traceback.tb_frame.f_code.co_filename).parts
