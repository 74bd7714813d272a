"""What `nox -s bench` prints: the tools beside one another, the engine's own figures, and the ratio of their speeds."""

from __future__ import annotations

import itertools
import os
import statistics
import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from grading.bench import figures
from grading.bench.answer import FOUND, HANG, Answer
from grading.bench.compare import OURS, TOOLS, Answers, absent, compare
from grading.bench.program import Program, all_programs

_WIDTH = 165
_PYTHON = sys.version.split()[0]
_NOTES = """\
n is the number of schedules until the tool says what it says, s the seconds, n/s its schedules a second.
frontrun takes a program that starts its threads itself (missing_join, pool, race_in_a_pool) as a single thread;
what a thread raises comes out of it without a schedule to replay.
interleave-test goes by chance first, as it does by default, and then by priorities, which starve whoever is polled.
"""
_COSTS = """\
A class is timed without what starts once for it. pytest has no other plugins than the suites need.
Neither pytest nor the other harnesses confine a submission as they are run here (otter-grader without its container).
"""


def print_all() -> None:
    """Measure and print."""
    console = Console(width=_WIDTH, highlight=False)
    if hasattr(os, "getloadavg"):
        minute, *_ = os.getloadavg()
        console.print(
            f"Load of the machine at the beginning: {minute:.1f} ({os.cpu_count()} processors)."
        )
    programs = all_programs()
    answers = compare(programs)
    for tool in absent():
        console.print(f"{TOOLS[tool]} is not installed here (Python {_PYTHON}), so it is left out.")
    console.print(_comparison(programs, answers))
    console.print(_NOTES)
    own = Table("what", "figure", box=box.SIMPLE)
    for row in figures.rows():
        own.add_row(*row)
    console.print(own)
    console.print(_COSTS)
    for line in ratio(answers):
        console.print(line)


def _comparison(programs: Sequence[Program], answers: Answers) -> Table:
    table = Table(box=box.SIMPLE, padding=(0, 1, 0, 0), title=f"Python {_PYTHON}")
    table.add_column("program", no_wrap=True)
    tools = [tool for tool in TOOLS if tool not in absent()]
    for tool in tools:
        table.add_column(TOOLS[tool], no_wrap=True)
        for header in ("n", "s", "n/s"):
            table.add_column(header, justify="right")
    for folder, group in itertools.groupby(answers, lambda name: name.partition("/")[0]):
        table.add_row(f"[bold]{folder}")
        for name in group:
            cells = (cell for tool in tools for cell in _cells(answers[name][tool]))
            table.add_row(name.removeprefix(f"{folder}/"), *cells)
        table.add_section()
    of_tool = {tool: {name: answers[name][tool] for name in answers} for tool in tools}
    columns = [dict(totals(programs, of_tool[tool])) for tool in tools]
    for name in columns[0]:
        table.add_row(name, *(cell for each in columns for cell in (each[name], "", "", "")))
    return table


def _cells(answer: Answer) -> tuple[str, str, str, str]:
    number = str(answer.schedules) if answer.schedules else ""
    return answer.says, number, f"{answer.seconds:.2f}", f"{answer.rate:,.0f}"


def totals(programs: Sequence[Program], answers: dict[str, Answer]) -> list[tuple[str, str]]:
    """How one tool did, each with its name: failures found, false alarms, failures replayed."""
    buggy = [answers[program.name] for program in programs if program.is_buggy]
    right = [answers[program.name] for program in programs if not program.is_buggy]
    found = [answer for answer in buggy if answer.says == FOUND]
    alarms = sum(answer.says in (FOUND, HANG) for answer in right)
    replayed = sum(answer.replays is True for answer in found)
    undecided = sum(not answer.is_verdict for answer in buggy + right)
    return [
        ("failures found", f"{len(found)} of {len(buggy)}"),
        ("of these, replayed", f"{replayed} of {len(found)}"),
        ("false alarms", f"{alarms} of {len(right)}"),
        ("hang, unsure or error", f"{undecided} of {len(buggy + right)}"),
    ]


def ratio(answers: Answers) -> list[str]:
    """The engine's schedules a second over those of the faster of the two other tools that control the schedule."""
    ratios = []
    for by_tool in answers.values():
        others = [by_tool[tool] for tool in ("frontrun", "interleave") if tool in by_tool]
        best = max((answer.rate for answer in others if answer.is_verdict), default=0.0)
        if best and by_tool[OURS].is_verdict:
            ratios.append(by_tool[OURS].rate / best)
    if not ratios:
        return ["No other tool that controls the schedule is installed, so there is no ratio."]
    return [
        "Schedules a second, Threadlings over the better of frontrun and interleave-test,",
        f"{len(ratios)} programs: median {statistics.median(ratios):.1f}, "
        f"least {min(ratios):.1f}, most {max(ratios):.1f}",
    ]
