"""Options that several commands share, and what they mean."""

from collections.abc import Sequence

import click

from grading.index import Exercise, UnknownExercise, find
from grading.judge import DEADLINE

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


def chosen(names: Sequence[str], exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """The exercises of these names, in the order in which they are learnt; all if there is no name."""
    try:
        wanted = {find(exercises, name) for name in names}
    except UnknownExercise as error:
        raise click.UsageError(str(error)) from error
    return tuple(each for each in exercises if each in wanted or not names)
