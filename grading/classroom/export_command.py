"""The command `export`: reads grades, has them written in a format, and says what whoever asked should know."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import click
from click.core import ParameterSource

from grading.classroom.export import FORMATS
from grading.classroom.export.base import IDENTITIES, CannotExport, Options
from grading.classroom.export.tally import Tally, tally
from grading.classroom.gradebook import Gradebook, NoGradebook
from grading.classroom.records import Graded
from grading.classroom.submissions import Student
from grading.index import load
from grading.options import MinScore, gradebook_option, min_score_option
from grading.report import readable
from grading.results import SubmissionResult

_file = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--format", "name", type=click.Choice(sorted(FORMATS)), required=True)
@gradebook_option
@click.option("--result", type=_file, metavar="FILE", help="Of `grade --json`, not a gradebook.")
@click.option("--student", metavar="KEY", help="Only this student of the gradebook.")
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="Write there.")
@click.option("--into", type=_file, metavar="FILE", help="canvas, moodle: the CSV to fill.")
@click.option("--assignment", metavar="TITLE", help="canvas: the column's title.")
@click.option("--per-exercise", is_flag=True, help="canvas: a column for each exercise.")
@click.option("--identify", type=click.Choice(IDENTITIES), help="moodle: what the keys are.")
@min_score_option
def export(
    name: str,
    gradebook: Path,
    result: Path | None,
    student: str | None,
    out: Path | None,
    into: Path | None,
    assignment: str | None,
    per_exercise: bool,
    identify: str | None,
    min_score: MinScore | None,
) -> int:
    """Give grades to a platform or to people."""
    _check_usage(name)
    exercises = load()
    options = Options(out, into, assignment or "Threadlings", per_exercise, identify, exercises)
    order = [exercise.id for exercise in exercises]
    seen: list[Tally] = []
    try:
        with _grades(gradebook, result, student, order) as grades:
            notes = FORMATS[name].export(_watched(grades, seen), options)
    except (CannotExport, NoGradebook) as error:
        raise click.UsageError(_line(str(error))) from error
    below = list(_below(min_score, seen)) if min_score else []
    for note in [*notes, *_faults(seen), *below]:
        click.echo(f"- {_line(note)}", err=True)
    return 1 if below else 0


def _check_usage(name: str) -> None:
    """Refuses options that would not mean anything."""
    context = click.get_current_context()
    given = {
        key
        for key in context.params
        if context.get_parameter_source(key) is ParameterSource.COMMANDLINE
    }
    for option in sorted({"into", "assignment", "per_exercise", "identify"} & given):
        if option not in FORMATS[name].takes:
            takers = " and ".join(key for key, each in FORMATS.items() if option in each.takes)
            flag = option.replace("_", "-")
            raise click.UsageError(f"--{flag} is for the format {takers}, not for {name}.")
    if other := sorted({"gradebook", "student"} & given) if "result" in given else []:
        raise click.UsageError(f"--result is one student's: leave --{other[0]} out.")


@contextmanager
def _grades(
    file: Path, result: Path | None, student: str | None, order: list[str]
) -> Iterator[Iterable[Graded]]:
    """Those of the gradebook, or of the result; at least one."""
    if result:
        yield [_of_result(result)]
        return
    with Gradebook(file, must_exist=True) as gradebook:
        grades = iter(gradebook.current(order))
        if student is not None:
            grades = iter([each for each in grades if each.student.key == student])
        first = next(grades, None)
        if first is None:
            who = f"{file} has no student {student!r}: `export --format csv` lists the keys."
            raise CannotExport(
                f"{file} is empty: grade the class first." if student is None else who
            )
        yield chain([first], grades)


def _of_result(file: Path) -> Graded:
    try:
        result = SubmissionResult.from_json(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise CannotExport(f"{file} cannot be read: {error.strerror}.") from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        reason = f"{file} is not a result ({type(error).__name__}: {error})."
        raise CannotExport(f"{reason} Write one with `grade FOLDER --json {file}`.") from error
    student = Student(result.submission, result.submission)
    return Graded(student, result.submission, "", "", "", result, ())


def _watched(grades: Iterable[Graded], seen: list[Tally]) -> Iterator[Graded]:
    for graded in grades:
        seen.append(tally(graded))
        yield graded


def _faults(seen: Iterable[Tally]) -> Iterator[str]:
    for each in seen:
        if each.ours:
            names = ", ".join(each.ours)
            yield f"{each.who}: the kit could not judge {names}, so points are missing through no fault of the student."


def _below(wanted: MinScore, seen: Iterable[Tally]) -> Iterator[str]:
    for each in seen:
        score, most = each.score or 0, sum(points.max_score for points in each.points.values())
        if not wanted.is_met(score, most):
            reached = f"{each.who}: {score} of {most} points"
            yield f"{reached}, less than the --min-score of {wanted.text}."


def _line(sentence: str) -> str:
    """One line without control characters, as there are names of students in it."""
    return readable(" ".join(sentence.split()))
