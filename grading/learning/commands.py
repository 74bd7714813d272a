"""The commands of whoever learns: each is thin, and its exit code is as in `grading.commands`."""

import sys
from collections.abc import Sequence
from functools import partial

import click

from grading import NOX
from grading.given import is_as_given
from grading.index import ROOT, Exercise, load, own_exercises
from grading.judge import judge
from grading.learning.explaining import explanation
from grading.learning.hints import all_hints, in_words, next_hint
from grading.learning.resetting import NoReset
from grading.learning.resetting import reset as begin_again
from grading.learning.road import introduction, is_done, next_exercise
from grading.learning.solutions import NoSolution, compare, require_solution
from grading.learning.state import Memory, fingerprint
from grading.options import chosen, deadline_option
from grading.results import ExerciseResult
from grading.verdict import describe_failure, edit_and_run, next_step

_NOT_YET = """\
{file} does not pass yet, and looking spoils it. Try first:
    {nox} -s explain -- {id}
    {nox} -s hint -- {id}
To look all the same:
    {nox} -s solution -- {id} --give-up"""
_ALL_DONE = f"Every exercise is done, as far as is remembered.\nTo be sure, run `{NOX}`."


class KitFault(click.ClickException):
    """A file that could not be judged, which is no fault of the learner's."""

    exit_code = 3


@click.command("next")
def next_() -> int:
    """Say which exercise comes next, and what it wants."""
    memory, exercises = Memory(ROOT), load(ROOT)
    exercise = next_exercise(exercises, memory)
    if exercise is None:
        click.echo(_ALL_DONE)
    else:
        click.echo(introduction(exercise, exercises, memory))
    warn_of_fault(memory)
    return 0


@click.command("list")
def list_() -> int:
    """List the exercises, and which of them are done."""
    from grading.learning.printing import print_road

    memory, exercises = Memory(ROOT), load(ROOT)
    print_road(exercises, memory)
    done = sum(is_done(each, memory) for each in exercises)
    click.echo(f"{done} of {len(exercises)} exercises are done.")
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
        click.echo(in_words(exercise, hints, memory))
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
    lost = [each for each in changed if (ROOT / each.stub()).exists()]
    if lost and not yes and not _agreed(lost):
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


@click.command()
@click.argument("exercise_id", metavar="ID")
@click.option("--give-up", is_flag=True, help="Show it though yours does not pass.")
@deadline_option
def solution(exercise_id: str, give_up: bool, deadline: float) -> int:
    """Show the model solution beside yours, when yours passes or you give up."""
    from grading.learning.printing import print_comparison

    (exercise,) = chosen((exercise_id,), load(ROOT))
    memory = Memory(ROOT)
    try:
        require_solution(exercise, ROOT)
    except NoSolution as error:
        raise click.ClickException(str(error)) from error
    done = is_done(exercise, memory)
    if not done and not give_up:
        done = _judge(exercise, memory, deadline).status == "passed"
    if not done and give_up:
        memory.change(exercise, gave_up=True)
    if done or give_up:
        print_comparison(exercise, compare(exercise, ROOT))
    else:
        click.echo(_NOT_YET.format(file=exercise.stub().as_posix(), id=exercise.id, nox=NOX))
    warn_of_fault(memory)
    return 0 if done or give_up else 1


@click.command()
@click.argument("exercise_id", metavar="[ID]", required=False)
@deadline_option
def explain(exercise_id: str | None, deadline: float) -> int:
    """Explain a failure, in words and by the lesson: without an ID, of the next exercise."""
    memory = Memory(ROOT)
    if exercise := _named_or_next(exercise_id, memory):
        check = f" -s check -- {exercise.id}"
        record = memory.of(exercise)
        failure, after = record.failure, edit_and_run(exercise, check)
        if not record.failed or record.failed != fingerprint(exercise, ROOT):
            result = _judge(exercise, memory, deadline)
            failure, after = describe_failure(result), next_step(exercise, result, check)
        click.echo(f"{exercise.id}: {exercise.title}\n")
        if failure:
            click.echo(f"{explanation(exercise, failure, memory)}\n\n{after}")
        else:
            click.echo("Your file passes every test: there is nothing to explain.")
    warn_of_fault(memory)
    return 0


def warn_of_fault(memory: Memory) -> None:
    """Says on standard error why progress cannot be read or kept, if it cannot."""
    if memory.fault:
        click.echo(memory.fault, err=True)


def _judge(exercise: Exercise, memory: Memory, deadline: float) -> ExerciseResult:
    """Judges the learner's file and remembers the verdict. Raises KitFault."""
    judge_one = partial(judge, folder=own_exercises(ROOT), deadline=deadline)
    result = memory.noting(judge_one)(exercise)
    if result.status == "grader_error":
        raise KitFault(f"{describe_failure(result)}\n\n{next_step(exercise, result)}")
    return result


def _agreed(lost: Sequence[Exercise]) -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask at: add --yes to reset without asking.")
    for exercise in lost:
        click.echo(f"    {exercise.stub().as_posix()}")
    try:
        return click.confirm("Put the stub back in place of yours (a backup is kept)?")
    except click.Abort:
        click.echo("\nNothing was changed.")
        raise


def _named_or_next(name: str | None, memory: Memory) -> Exercise | None:
    """The exercise of this name, or the next one; says so if all are done."""
    exercises = load(ROOT)
    if name:
        return chosen((name,), exercises)[0]
    exercise = next_exercise(exercises, memory)
    if exercise is None:
        click.echo(_ALL_DONE)
    return exercise


LEARNING = (next_, list_, hint, explain, solution, reset)
