"""A watch without a full screen: it prints each verdict, for a pipe or a terminal that can do no more."""

from __future__ import annotations

import queue
from collections.abc import Sequence
from contextlib import closing, suppress

import click

from grading import NOX
from grading.index import Exercise
from grading.learning.state import Memory
from grading.verdict import describe_failure
from grading.watch.judging import Verdict
from grading.watch.session import Session
from grading.watch.words import headline, text

_LOOK = 0.5  # seconds; on Windows an interrupt does not end the wait for a verdict


def run(exercise: Exercise, exercises: Sequence[Exercise], memory: Memory) -> None:
    """Print the verdict on each save of the exercise, until interrupted."""
    verdicts = queue.SimpleQueue[Verdict]()
    with closing(Session(exercises, memory, verdicts.put)) as session, suppress(KeyboardInterrupt):
        session.watch(exercise)
        click.echo(f"Watching {exercise.stub().as_posix()}: save it to judge it. Ctrl-C ends.")
        printed = ""
        while True:
            with suppress(queue.Empty):
                verdict = verdicts.get(timeout=_LOOK)
                session.note(verdict)
                printed = _print(verdict, printed)
                if verdict.final and verdict.result.status == "passed":
                    _print_next(session)


def _print(verdict: Verdict, printed: str) -> str:
    """Print it, without the failure that was `printed` already; gives the failure that this save has."""
    failure = describe_failure(verdict.result)
    click.echo(f"\n{verdict.exercise.id}: {headline(verdict)}")
    if failure != printed or (verdict.final and not failure):
        click.echo(f"\n{text(verdict)}")
    return "" if verdict.final else failure


def _print_next(session: Session) -> None:
    following = session.next()
    click.echo(
        f"\nNext: {NOX} -s watch -- {following.id}"
        if following
        else "\nNo other exercise is left, as far as is remembered."
    )
