"""The commands of whoever learns: each is thin, and its exit code is as in `grading.commands`."""

import sys
from collections.abc import Sequence

import click

from grading.given import is_as_given
from grading.index import ROOT, Exercise, load
from grading.learning.hints import Hint, all_hints, next_hint
from grading.learning.resetting import NoReset
from grading.learning.resetting import reset as begin_again
from grading.learning.road import goal, next_exercise, standing
from grading.learning.state import Memory
from grading.options import chosen
from grading.verdict import NOX

_ALL_DONE = f"Every exercise is done, as far as is remembered. To be sure, run `{NOX}`."


@click.command("next")
def next_() -> int:
    """Say which exercise comes next, and what it wants."""
    memory, exercises = Memory(ROOT), load(ROOT)
    exercise = next_exercise(exercises, memory)
    if exercise is None:
        click.echo(_ALL_DONE)
    else:
        click.echo(_introduction(exercise, exercises, memory))
    warn_of_fault(memory)
    return 0


@click.command("list")
def list_() -> int:
    """List the exercises, and which of them are done."""
    from grading.learning.table import print_road

    memory, exercises = Memory(ROOT), load(ROOT)
    print_road(exercises, memory)
    click.echo(f"Done means: your file has passed as it is now. To be sure, run `{NOX}`.")
    warn_of_fault(memory)
    return 0


@click.command()
@click.argument("exercise_id", metavar="[ID]", required=False)
@click.option("--all", "every", is_flag=True, help="Show every hint at once.")
def hint(exercise_id: str | None, every: bool) -> int:
    """Give a hint, each time one that says more: without an ID, on the next exercise."""
    memory = Memory(ROOT)
    if exercise := _named_or_next(exercise_id, memory):
        if every:
            hints = all_hints(exercise)
            memory.change(exercise, hints=len(hints))
        else:
            hints = [each for each in [next_hint(exercise, memory)] if each]
        click.echo(_hints_in_words(exercise, hints))
    warn_of_fault(memory)
    return 0


@click.command()
@click.argument("exercise_id", metavar="ID", required=False)
@click.option("--all", "every", is_flag=True, help="Begin every exercise again.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(exercise_id: str | None, every: bool, yes: bool) -> int:
    """Begin an exercise again: the stub comes back, a backup of your file is kept."""
    if every == bool(exercise_id):
        raise click.UsageError("Name one exercise, such as counter, or write --all.")
    memory = Memory(ROOT)
    named = chosen((exercise_id,) if exercise_id else (), load(ROOT))
    changed = [each for each in named if not is_as_given(each, ROOT)]
    if changed and not yes and not _agreed(changed):
        click.echo("Nothing was changed.")
        return 1
    for exercise in named:
        try:
            backup = begin_again(exercise, memory)
        except NoReset as error:
            raise click.ClickException(str(error)) from error
        if exercise in changed:
            click.echo(f"{exercise.stub().as_posix()} is as it was given to you.")
            if backup:
                click.echo(f"    Yours is kept. To have it back, copy it from\n    {backup}")
    if not changed:
        click.echo("There is nothing to reset: all is as it was given to you.")
    warn_of_fault(memory)
    return 0


def warn_of_fault(memory: Memory) -> None:
    """Says on standard error why progress cannot be read or kept, if it cannot."""
    if memory.fault:
        click.echo(memory.fault, err=True)


def _introduction(exercise: Exercise, exercises: Sequence[Exercise], memory: Memory) -> str:
    done = sum(standing(each, memory) == "done" for each in exercises)
    return f"""\
Next: {exercise.id}: {exercise.title}

{click.wrap_text(goal(exercise, memory), 80, preserve_paragraphs=True)}

read     {exercise.lesson.as_posix()}
edit     {exercise.stub().as_posix()}
judge    {NOX} -s check -- {exercise.id}
stuck?   {NOX} -s hint -- {exercise.id}

{done} of {len(exercises)} exercises are done, as far as is remembered. To be sure, run `{NOX}`."""


def _hints_in_words(exercise: Exercise, hints: Sequence[Hint]) -> str:
    if not hints:
        return f"{exercise.id} has no hints. Read {exercise.lesson.as_posix()}."
    parts = [
        f"{exercise.id}: hint {each.level} of {each.of}\n\n"
        + click.wrap_text(each.text, 78, "  ", "  ")
        for each in hints
    ]
    if hints[-1].is_last:
        parts.append(f"That was the last hint. The lesson says more: {exercise.lesson.as_posix()}")
    else:
        parts.append("Still stuck? The same command gives the next hint.")
    return "\n\n".join(parts)


def _agreed(changed: Sequence[Exercise]) -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask at: add --yes to reset without asking.")
    for exercise in changed:
        click.echo(f"    {exercise.stub().as_posix()}")
    return click.confirm("Put the stub back in place of yours (a backup is kept)?")


def _named_or_next(name: str | None, memory: Memory) -> Exercise | None:
    """The exercise of this name, or the next one; says so if all are done."""
    exercises = load(ROOT)
    if name:
        return chosen((name,), exercises)[0]
    exercise = next_exercise(exercises, memory)
    if exercise is None:
        click.echo(_ALL_DONE)
    return exercise


LEARNING = (next_, list_, hint, reset)
