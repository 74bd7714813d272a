"""The programs that are measured: small files, each executed anew for every schedule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

FOLDER = Path(__file__).parent / "programs"
_TEST = """

import threading as _threading

def test():
    threads = [_threading.Thread(target=function) for function in THREADS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check()
"""


@dataclass
class Program:
    """One program, by its name, for example `buggy/lazy_init`.

    Its file has `THREADS`, functions that run in a thread each, and `check()`, which fails if something is wrong once
    all have ended; or, where the main thread takes part, just `test()`. `executions` counts how often it was begun.
    """

    name: str
    executions: int = field(default=0, init=False)

    @property
    def file(self) -> Path:
        """Where it is."""
        return FOLDER / f"{self.name}.py"

    @property
    def is_buggy(self) -> bool:
        """Whether some interleaving fails."""
        return not self.name.startswith("correct/")

    @cached_property
    def source(self) -> str:
        """Its text, with a `test()` in any case."""
        text = self.file.read_text(encoding="utf-8")
        return text if "def test()" in text else text + _TEST

    def load(self) -> Any:
        """A fresh module, executed by the interpreter as it is."""
        self.executions += 1
        module = ModuleType("program")
        exec(self._code, vars(module))
        return module

    def run(self) -> None:
        """Execute the whole program once."""
        self.load().test()

    def workers(self) -> list[Callable[[Any], None]]:
        """What runs in its threads, for a tool that starts them itself: functions of the loaded module."""
        threads = getattr(self.load(), "THREADS", None)
        if threads is None:
            return [lambda module: module.test()]
        return [_worker(number) for number in range(len(threads))]

    @cached_property
    def _code(self) -> CodeType:
        return compile(self.source, str(self.file), "exec")


def all_programs() -> list[Program]:
    """Every program of the folder, by name."""
    files = sorted(FOLDER.glob("*/*.py"))
    return [Program(file.relative_to(FOLDER).with_suffix("").as_posix()) for file in files]


def _worker(number: int) -> Callable[[Any], None]:
    def work(module: Any) -> None:
        module.THREADS[number]()

    return work
