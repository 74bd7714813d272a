"""What `class` and `regrade` print: progress, counts, the distribution of scores, what changed."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from grading.classroom.figures import means, spread
from grading.classroom.gradebook import Gradebook
from grading.classroom.jobs import Conditions
from grading.classroom.records import Score
from grading.classroom.run import Change, Outcome
from grading.progress import new_table

_HARDEST = 5
_BAR = 30  # columns

Item = TypeVar("Item")


def progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items, with a bar of how many there were and how long the others will take; quiet in CI and in a pipe."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal or bool(os.environ.get("CI")),
        transient=True,
    )
    with bar:
        yield from bar.track(items, total=total, description=doing)


def print_summary(
    outcomes: Sequence[Outcome], gradebook: Gradebook, conditions: Conditions
) -> None:
    """How many were graded, what could not be read and why, how the scores are spread, what was hardest."""
    console = Console(highlight=False)
    counts = Counter(outcome.state for outcome in outcomes)
    said = [f"{counts['graded']} graded", f"{counts['unchanged']} unchanged"]
    console.print(", ".join([*said, f"{counts['unreadable']} failed to read"]))
    for outcome in outcomes:
        for sentence in outcome.faults:
            console.print(f"  {escape(outcome.student)}: {escape(sentence)}")
    if scores := list(gradebook.scores()):
        console.print(_distribution(scores))
        console.print(_hardest(scores))
    for isolation in gradebook.isolations():
        console.print(f"Confined by {escape(isolation)}.")
    if stale := gradebook.count_stale(conditions):
        console.print(
            f"{stale} submissions have grades by another version of the kit: `python -m grading regrade`."
        )


def print_changes(regraded: Sequence[tuple[str, list[Change]]]) -> None:
    """Whose score changed, from what to what, and by which tests."""
    console = Console(highlight=False)
    changed = [(student, change) for student, changes in regraded for change in changes]
    for student, change in changed:
        before, after = change.before, change.after
        scores = f"{before.score}/{before.max_score} -> {after.score}/{after.max_score}"
        console.print(f"{escape(student)}, {after.id}: {scores}")
        for reason in change.reasons:
            console.print(f"    {escape(reason)}")
    students = len({student for student, _ in changed})
    console.print(f"{len(regraded)} submissions graded again, {students} with another result.")


def _distribution(scores: Sequence[Score]) -> Table:
    bins = spread(means(scores, key=lambda each: each.student_id).values())
    most = max(count for _, count in bins)
    table = new_table("points", "students", "")
    for label, count in reversed(bins):
        table.add_row(label, str(count), "#" * -(-count * _BAR // most))
    return table


def _hardest(scores: Sequence[Score]) -> Table:
    shares = means(scores, key=lambda each: each.exercise)
    full = Counter(each.exercise for each in scores if each.score == each.max_score)
    judged = Counter(each.exercise for each in scores)
    table = new_table("hardest exercises", "mean", "full points")
    for name in sorted(shares, key=shares.__getitem__)[:_HARDEST]:
        table.add_row(name, f"{shares[name]:.0%}", f"{full[name]} of {judged[name]}")
    return table
