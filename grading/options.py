"""Options that several commands share, and what they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from grading.index import Exercise, UnknownExercise, find
from grading.judge import DEADLINE
from grading.observe.choosing import UnknownTest, named_test

deadline_option = click.option(
    "--deadline",
    type=click.FloatRange(min=0, min_open=True),
    default=DEADLINE,
    show_default=True,
    metavar="SECONDS",
    help="Stop judging an exercise after this long.",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Judge so many at a time; by default, one for each processor.",
)
only_option = click.option(
    "--only", multiple=True, metavar="ID", help="Only this exercise; repeatable."
)
more_argument = click.argument("more", nargs=-1, metavar="[ID]...")
gradebook_option = click.option(
    "--gradebook",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("gradebook.sqlite"),
    show_default=True,
    metavar="FILE",
    help="The SQLite file with all grades.",
)


@dataclass(frozen=True, slots=True)
class MinScore:
    """What a submission must be worth: so many points, or such a part of all points."""

    text: str

    def is_met(self, score: int, max_score: int) -> bool:
        """Whether this many points of that many are enough."""
        amount = Fraction(self.text.rstrip("%"))
        return (
            Fraction(100 * score, max_score or 1) >= amount if "%" in self.text else score >= amount
        )


def _min_score(text: str) -> MinScore:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?|(100|[0-9]{1,2}(\.[0-9]+)?)%", text):
        raise click.BadParameter(f"{text!r}: write points, such as 12, or a share, such as 80%.")
    return MinScore(text)


min_score_option = click.option(
    "--min-score",
    type=_min_score,
    metavar="POINTS|PERCENT%",
    help="End with exit code 1 if the score is below.",
)


def chosen_test(exercise: Exercise, name: str | None) -> str | None:
    """The test that is meant by this name; None if there is no name."""
    try:
        return named_test(exercise, name)
    except UnknownTest as error:
        raise click.UsageError(str(error)) from error


def chosen(names: Sequence[str], exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """The exercises of these names, in the order in which they are learnt; all if there is no name."""
    try:
        wanted = {find(exercises, name) for name in names}
    except UnknownExercise as error:
        raise click.UsageError(str(error)) from error
    return tuple(each for each in exercises if each in wanted or not names)
