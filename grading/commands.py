"""The commands of `python -m grading`. Each returns its exit code and is thin.

Codes: 0 done, 1 not yet, 2 wrong usage, 3 a fault of the kit, 130 interrupted.
"""

import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from grading import NOX, __version__
from grading.classroom.commands import CLASSROOM
from grading.classroom.intake import as_tree
from grading.engine.trace import Schedule
from grading.index import ROOT, Exercise, IndexFault, load, own_exercises
from grading.judge import judge, run_suite
from grading.learning.commands import LEARNING, warn_of_fault
from grading.learning.state import Memory
from grading.observe.commands import OBSERVING
from grading.options import (
    MinScore,
    chosen,
    chosen_test,
    deadline_option,
    jobs_option,
    min_score_option,
    more_argument,
    only_option,
)
from grading.picture.command import picture
from grading.results import ExerciseResult, SubmissionResult, write_json
from grading.suites import SuiteFault, expected_tests
from grading.verdict import describe, describe_failure, exit_code, help_for, next_step
from grading.watch.commands import watch


def main() -> None:
    """Runs the command line and leaves with its code; a crash of ours is 3, never 1."""
    warnings.simplefilter("ignore", SyntaxWarning)  # of learners' files; Python shows it to them
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # unwinds, so that children are killed
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, of these arguments or of the command line, and gives its code."""
    try:
        return int(cli.main(arguments, prog_name="python -m grading", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    except (IndexFault, SuiteFault) as error:
        click.echo(f"A fault of the kit, not of your code: {error}", err=True)
    except Exception:
        sys.excepthook(*sys.exc_info())
        click.echo("This is a fault of the kit, not of your code. Please report it.", err=True)
    return 3


@click.group()
@click.version_option(__version__, prog_name="threadlings")
def cli() -> None:
    """Threadlings: exercises for Python threads, judged under every interleaving that matters."""


@cli.command()
@deadline_option
@jobs_option
def learn(deadline: float, jobs: int | None) -> int:
    """Judge your exercises in order and stop at the first that is not done."""
    from grading.parallel import in_parallel
    from grading.progress import print_learning

    exercises = load()
    memory = Memory()
    judge_one = memory.noting(partial(judge, folder=own_exercises(), deadline=deadline))
    results = []
    with closing(in_parallel(judge_one, exercises, jobs)) as judging:
        for result in judging:
            results.append(result)
            if result.status != "passed":
                break
    print_learning(exercises, results)
    warn_of_fault(memory)
    if results[-1].status == "passed":
        click.echo("Every exercise is done. Well threaded!")
        return 0
    exercise, result = exercises[len(results) - 1], results[-1]
    code = _finish(exercise, result, f"{exercise.id}: {describe_failure(result)}")
    click.echo(f"or have each save judged at once:\n    {NOX} -s watch")
    return code


@cli.command()
@click.argument("name", metavar="ID[::TEST]")
@click.option(
    "--schedule", metavar="TOKEN", help="Replay TEST, as the failure says that printed it."
)
@deadline_option
def check(name: str, schedule: str | None, deadline: float) -> int:
    """Judge one exercise, such as 03_locks/counter, or one of its tests in the model world."""
    exercise_id, _, test = name.partition("::")
    (exercise,) = _chosen((exercise_id,))
    if test or schedule:
        result = _check_test(exercise, test, schedule, deadline)
    else:
        memory = Memory()
        result = memory.noting(partial(judge, folder=own_exercises(), deadline=deadline))(exercise)
        warn_of_fault(memory)
    return _finish(exercise, result, describe(exercise, result), f" -s check -- {exercise.id}")


@cli.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@more_argument
@only_option
@click.option(
    "--json",
    "json_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the result there.",
)
@min_score_option
@deadline_option
@jobs_option
def grade(
    folder: Path,
    more: tuple[str, ...],
    only: tuple[str, ...],
    json_file: Path | None,
    min_score: MinScore | None,
    deadline: float,
    jobs: int | None,
) -> int:
    """Score a submission: a folder with the files of exercises/, in their tree or not."""
    from grading.parallel import in_parallel
    from grading.progress import print_grades

    if json_file and not json_file.parent.is_dir():
        raise click.UsageError(f"There is no folder {json_file.parent} to write {json_file} into.")
    exercises = _chosen(only + more)
    with as_tree(folder, exercises) as (tree, faults):
        for fault in faults.values():
            click.echo(fault, err=True)
        judge_one = partial(judge, folder=tree, deadline=deadline)
        result = SubmissionResult(str(folder), tuple(in_parallel(judge_one, exercises, jobs)))
    if json_file:
        write_json(result, json_file)
    print_grades(result.exercises)
    for words in sorted({each.isolation for each in result.exercises} - {""}):
        click.echo(f"Confined by {words}.")
    if min_score and not min_score.is_met(result.score, result.max_score):
        reached = f"{result.score} of {result.max_score} points"
        click.echo(f"{reached}: less than the --min-score of {min_score.text}.", err=True)
        return 1
    return 0


@cli.command()
@more_argument
@only_option
@deadline_option
@jobs_option
@click.option("--accept", is_flag=True, help="Keep the stubs, and what learners read of mistakes.")
def verify(
    more: tuple[str, ...], only: tuple[str, ...], deadline: float, jobs: int | None, accept: bool
) -> int:
    """Prove the kit's own exercises: references pass, stubs and mistakes fail as they should."""
    from grading.verify import verify_all

    judge_one = partial(judge, deadline=deadline)
    return 0 if verify_all(_chosen(only + more), load(), ROOT, judge_one, jobs, accept) else 1


@cli.command()
@click.argument("exercise_id", metavar="TOPIC/NAME")
def new(exercise_id: str) -> int:
    """Begin a new exercise, such as 03_locks/gate: its files and its entry in the list."""
    from grading.scaffold import Refused, begin

    try:
        made = begin(exercise_id, load(), ROOT)
    except Refused as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{exercise_id} is begun:\n")
    for path, role in made.items():
        click.echo(f"  {path.as_posix()}\n      {role}")
    click.echo("\nNext: replace each FIXME, first in the suite. What is still missing says")
    click.echo(f"    {NOX} -s verify -- {exercise_id}")
    return 0


@cli.command()
def bench() -> int:
    """Measure the engine beside other tools, its memory, and what judging and grading a class cost."""
    from grading import bench as figures

    figures.run()
    return 0


def _check_test(
    exercise: Exercise, name: str, schedule: str | None, deadline: float
) -> ExerciseResult:
    if not name:
        raise click.UsageError(f"Name the test too, as in {exercise.id}::test_name --schedule 13.2")
    try:
        if schedule:
            Schedule.parse(schedule)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    asked = (chosen_test(exercise, name), "model")
    tests = expected_tests(ROOT / exercise.suite)
    only = next(each for each in tests if (each.name, each.world) == asked)
    options = ["--schedule", schedule] if schedule else []
    return run_suite(exercise, own_exercises(), [only], options, only=only, deadline=deadline)[0]


def _finish(exercise: Exercise, result: ExerciseResult, text: str, arguments: str = "") -> int:
    click.echo(text)
    if result.status == "failed":
        click.echo(f"\n{help_for(exercise)}")
    if result.status == "passed":
        click.echo(f"\nDone. What comes next says\n    {NOX} -s next")
    else:
        click.echo(f"\n{next_step(exercise, result, arguments)}")
    return exit_code(result)


def _chosen(names: tuple[str, ...]) -> tuple[Exercise, ...]:
    return chosen(names, load())


for command in (*LEARNING, watch, *OBSERVING, picture, *CLASSROOM):
    cli.add_command(command)
