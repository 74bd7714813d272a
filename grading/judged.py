"""The process that runs a submission: it takes its surroundings, is confined, runs pytest and reports.

It is forked from a warm process (see `warm`). Where that cannot be it is started, and its task is JSON on standard
input.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, TextIO

import pytest

from grading import isolation
from grading.plugin.reporting import Reporter

# No folder of the user's and not the current one decides what is imported.
_PYTHON = [sys.executable, "-s", "-P", "-B", "-c"]
_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from grading import {0}; {0}.main()"
_PLUGINS = ("pytest_timeout", "pytest_repeat", "grading.plugin")
_KEPT = ("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "TZ")


@dataclass(slots=True)
class Task:
    """What to judge: pytest's `arguments`, and the files (place in the box: source) of which `box` is made.

    `nonce` is repeated in each line of the report; `seconds` is how long it may take. `late` is the place of one more
    file, whose content is all of standard input: pytest begins without it, and no test begins before it.
    """

    arguments: Sequence[str]
    box: str
    files: Mapping[str, str]
    nonce: str
    seconds: float
    late: str = ""

    def to_json(self) -> str:
        """What `from_json` takes."""
        return json.dumps(dataclasses.asdict(self))

    @staticmethod
    def from_json(text: str | bytes) -> Task:
        """What `to_json` gives."""
        return Task(**json.loads(text))

    def take_nonce(self) -> str:
        """The nonce, once: frames that hold the task hold it no longer."""
        nonce, self.nonce = self.nonce, ""
        return nonce

    def furnish(self) -> None:
        """Copy the files into the box."""
        for place, source in self.files.items():
            target = Path(self.box, place)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def environment(box: str | None = None) -> dict[str, str]:
    """The variables of a child that lives in `box`: nothing of the parent's that is secret or makes a difference."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = {name: box for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP") if box}
    ours = {
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",  # the same hashes, so the same order of a set, every time
    }
    return {**kept, **homes, **ours}


def program(module: str) -> list[str]:
    """The arguments of a process that runs `main` of this module of the kit; its own arguments go behind them."""
    return [*_PYTHON, _PROGRAM.format(module), str(isolation.PACKAGE.parent)]


def run(task: Task, target: int | str, separated: str) -> NoReturn:
    """Judge in this process, report to `target`, and leave. `separated` is what isolates it already, in words."""
    report = open(target, "w", encoding="utf-8")  # noqa: SIM115 - it is left open until the end
    if isinstance(target, int):
        os.set_inheritable(target, False)
    os.environ.clear()
    os.environ.update(environment(task.box))
    os.chdir(task.box)
    tempfile.tempdir = None
    kit = str(isolation.PACKAGE.parent)
    sys.path[:] = [entry for entry in sys.path if entry != kit]  # the references are there too
    limits = isolation.limit(task.seconds, own_users=separated == isolation.NAMESPACES)
    confined = isolation.confine(Path(task.box))
    told: list[object] = [
        reporter(report, task.take_nonce(), isolation=f"{confined}; {separated}; {limits}")
    ]
    if task.late:
        told.append(Latecomer(task.late))
    code = 1
    try:
        code = int(pytest.main([*task.arguments], plugins=[*told, *plugins()]))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


class Latecomer:
    """The plugin that holds back the tests until the last file has come, and puts it into its place."""

    def __init__(self, place: str) -> None:
        self._place = Path(place)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> None:
        """Wait for the end of standard input."""
        content = sys.stdin.buffer.read()
        self._place.parent.mkdir(parents=True, exist_ok=True)
        self._place.write_bytes(content)


def plugins() -> list[ModuleType]:
    """The modules that pytest needs for a suite: imported here, as it would search all that is installed for a name."""
    return [importlib.import_module(name) for name in _PLUGINS]


def reporter(report: TextIO, nonce: str, **first: str) -> Reporter:
    """The plugin that writes lines with the nonce, which only its own closure holds, and that of `first` at once."""

    def write(event: str, **content: Any) -> None:
        report.write(json.dumps({"nonce": nonce, "event": event, **content}) + "\n")
        report.flush()

    for event, words in first.items():
        write(event, words=words)
    return Reporter(write)


def main() -> NoReturn:
    """Judge in a process that was started for it."""
    (target,) = sys.argv[1:]
    task = Task.from_json(sys.stdin.buffer.readline())  # what comes behind it is for later
    task.furnish()
    place = int(target) if target.isdigit() else target
    run(task, place, "no namespaces: the process was not forked")
