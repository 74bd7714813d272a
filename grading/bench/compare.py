"""Every tool looks at every program, each time in a child process that is killed if it does not come to an end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final

from grading.bench.answer import ERROR, HANG, Answer
from grading.bench.program import Program
from grading.child import Child
from grading.index import ROOT

DEADLINE: Final = 20.0  # seconds
OURS: Final = "ours"
TOOLS: Final = {
    OURS: "Threadlings",
    "frontrun": "frontrun",
    "interleave": "interleave-test",
    "repeat": "pytest-repeat",
}
_PACKAGES: Final = {
    "frontrun": "frontrun",
    "interleave": "interleave_test",
    "repeat": "pytest_repeat",
}
_STARTED_BY: Final = {"frontrun": ["-m", "frontrun.cli", sys.executable]}

Answers = dict[str, dict[str, Answer]]  # by program, by tool


def absent() -> list[str]:
    """The tools that are not installed."""
    return [tool for tool, package in _PACKAGES.items() if find_spec(package) is None]


def compare(programs: Sequence[Program]) -> Answers:
    """What each tool that is there says of each program."""
    tools = [tool for tool in TOOLS if tool not in absent()]
    return {each.name: {tool: ask(tool, each.name) for tool in tools} for each in programs}


def ask(tool: str, program: str, deadline: float = DEADLINE) -> Answer:
    """What the tool says of the program, in a child; `hang` if it had to be killed after `deadline` seconds."""
    arguments = [*_STARTED_BY.get(tool, ()), "-m", "grading.bench", tool, program]
    command = [sys.executable, *arguments]
    child = Child(ROOT, os.environ, lambda _: False, command=lambda _: command)
    ended = child.run(deadline)
    if ended.how == "deadline":
        return Answer(HANG, seconds=deadline)
    try:
        return Answer(**json.loads(ended.output.splitlines()[-1]))
    except (IndexError, ValueError):
        return Answer(ERROR, note=ended.output)
