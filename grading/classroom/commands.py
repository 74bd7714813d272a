"""The commands of whoever teaches: each is thin, and its exit code is as in `grading.commands`."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grading import NOX
from grading.classroom import executors
from grading.classroom.executors import NoExecutor
from grading.classroom.export_command import export
from grading.classroom.gradebook import Gradebook, NoGradebook
from grading.classroom.intake import Intake, NothingToGrade
from grading.classroom.jobs import Conditions, OtherKit
from grading.classroom.kit_copy import NoCopy
from grading.classroom.run import grade_class
from grading.classroom.run import regrade as grade_again
from grading.classroom.work import Work
from grading.given import is_as_given
from grading.index import ROOT, load
from grading.options import (
    chosen,
    deadline_option,
    gradebook_option,
    jobs_option,
    more_argument,
    only_option,
)
from grading.parallel import local

_executor = click.option(
    "--executor",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Judge on this machine, or on those of a Dask scheduler.",
)
_scheduler = click.option(
    "--scheduler", metavar="ADDRESS", help="Of Dask, such as tcp://10.0.0.1:8786."
)


@click.command("class")
@click.argument("submissions", type=click.Path(exists=True, path_type=Path))
@more_argument
@only_option
@gradebook_option
@jobs_option
@deadline_option
@_executor
@_scheduler
def class_(
    submissions: Path,
    more: tuple[str, ...],
    only: tuple[str, ...],
    gradebook: Path,
    jobs: int | None,
    deadline: float,
    executor: str,
    scheduler: str | None,
) -> int:
    """Grade a class: a folder or archive of submissions, as the platform gave it out."""
    from grading.classroom.summary import print_summary, progress

    exercises = load()
    wanted = chosen(only + more, exercises)
    with _work(gradebook, executor, scheduler, jobs, deadline) as work:
        intake = Intake(submissions, exercises)
        graded = grade_class(intake, wanted, work, str(submissions))
        outcomes = list(progress(graded, len(intake), "Grading"))
        print_summary(outcomes, work.gradebook, work.conditions)
    return 0


@click.command()
@gradebook_option
@jobs_option
@deadline_option
@_executor
@_scheduler
def regrade(
    gradebook: Path, jobs: int | None, deadline: float, executor: str, scheduler: str | None
) -> int:
    """Grade again what an older kit has graded, and say whose score changed and why."""
    from grading.classroom.summary import print_changes, progress

    with _work(gradebook, executor, scheduler, jobs, deadline, must_exist=True) as work:
        stale = sum(1 for _ in work.gradebook.stale(work.conditions))
        print_changes(list(progress(grade_again(work), stale, "Grading again")))
    return 0


@contextmanager
def _work(
    file: Path,
    executor: str,
    scheduler: str | None,
    jobs: int | None,
    deadline: float,
    *,
    must_exist: bool = False,
) -> Iterator[Work]:
    """Everything that is needed to judge and to enter; what is wrong with it is told as wrong usage."""
    where = executors.dask(scheduler) if executor == "dask" else local(jobs)
    try:
        with Gradebook(file, must_exist=must_exist) as gradebook, where as (pool, workers):
            yield Work(pool, workers, Conditions.here(deadline), gradebook, deadline)
    except (NoGradebook, NoExecutor, NothingToGrade, OtherKit) as error:
        raise click.UsageError(str(error)) from error


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
def handout(out: Path) -> int:
    """Write what the class gets: no answers, no hidden tests; a folder, a git repository and a zip."""
    from grading.classroom.handout import write_handout

    code = _written(write_handout, out)
    for exercise in load():
        if not is_as_given(exercise, ROOT):
            stub = exercise.stub().as_posix()
            given = f"{NOX} -s reset -- {exercise.id}"
            click.echo(f"{stub} is no stub any more, and the class gets it so: {given}", err=True)
    return code


@click.command("gradescope-zip")
@click.argument("out", type=click.Path(path_type=Path))
def gradescope_zip(out: Path) -> int:
    """Write the autograder zip to upload to Gradescope."""
    from grading.classroom.gradescope_zip import write_gradescope_zip

    return _written(write_gradescope_zip, out)


def _written(write: Callable[[Path], Iterable[Path]], out: Path) -> int:
    try:
        for path in write(out):
            click.echo(f"Written: {path}")
    except NoCopy as error:
        raise click.UsageError(str(error)) from error
    return 0


CLASSROOM = (class_, regrade, export, handout, gradescope_zip)
