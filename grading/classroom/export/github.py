"""A summary and annotations for GitHub Actions (`grade` in a workflow).

The summary goes to $GITHUB_STEP_SUMMARY, which takes 1 MiB; annotations are workflow commands on standard output, of
which GitHub shows 10 of a kind. What a learner's program said is printed between `stop-commands` and a token that it
cannot guess, so that it cannot give commands itself.
"""

import os
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from grading.classroom.export import feedback
from grading.classroom.export.base import CannotExport, Options, append, encoded, the_one, write
from grading.classroom.export.escaping import command_data, command_property
from grading.classroom.export.visibility import as_student
from grading.classroom.records import Graded
from grading.index import Exercise
from grading.results import ExerciseResult, SubmissionResult, TestResult

SUMMARY_LIMIT = 1024 * 1024  # bytes
_OF_A_KIND = 10
_UNREAD = ("missing", "invalid")
_PLACE = re.compile(r"\blines? ([0-9]+)[^()\n]*?(?: of ([\w.]+))?[):,]")


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the summary and prints the annotations. Raises CannotExport."""
    graded = the_one(grades, "github")
    file = options.environment.get("GITHUB_STEP_SUMMARY")
    if options.out:
        write(summary(graded, options.exercises), options.out)
    elif file:
        before = Path(file).stat().st_size if Path(file).exists() else 0
        append(summary(graded, options.exercises, SUMMARY_LIMIT - before), Path(file))
    else:
        raise CannotExport("There is no $GITHUB_STEP_SUMMARY here: name a file with --out.")
    result = as_student(graded.result)
    for line in (
        *annotations(result),
        *_log(result),
    ):
        click.echo(encoded(line))
    return []


def summary(graded: Graded, exercises: Sequence[Exercise], limit: int = SUMMARY_LIMIT) -> str:
    """As much Markdown as GitHub takes, in bytes; what does not fit is left out, from the end, and counted."""
    text = feedback.overview(graded, "Threadlings")
    sections = list(feedback.details(graded, exercises))
    note = "\n{} more exercises are not shown: GitHub takes 1 MiB. The log has them.\n"
    size = len(encoded(text)) + len(note) + 10
    shown = 0
    for section in sections:
        size += len(encoded(section))
        if size > limit:
            break
        shown += 1
    left = len(sections) - shown
    return "".join([text, *sections[:shown], *([note.format(left)] if left else [])])


def annotations(result: SubmissionResult) -> Iterator[str]:
    """An error for each exercise that is not passed, a warning for each fault of the kit, and the score."""
    left = 0
    for kind, statuses in (
        ("error", ("failed", *_UNREAD)),
        ("warning", ("grader_error",)),
    ):
        found = [each for each in result.exercises if each.status in statuses]
        left += len(found[_OF_A_KIND:])
        yield from (_annotation(kind, each, result) for each in found[:_OF_A_KIND])
    more = f"; {left} more exercises are in the summary" if left else ""
    yield f"::notice title=Threadlings::{result.score} of {result.max_score} points{more}"


def _annotation(kind: str, exercise: ExerciseResult, result: SubmissionResult) -> str:
    message, failure = exercise.message, exercise.first_failure
    if failure and exercise.status not in _UNREAD:
        said = failure.message.partition("\n\nbecause of this interleaving:")[0]
        message = f"{_name(failure)}\n\n{said}"
    line = _line(exercise, message)
    properties = {
        "file": _path(exercise, result.submission),
        **({"line": line} if line else {}),
        "title": f"{exercise.id}: {exercise.score} of {exercise.max_score} points",
    }
    named = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    return f"::{kind} {named}::{command_data(message)}"


def _line(exercise: ExerciseResult, message: str) -> str | None:
    """The line of the learner's file that the message speaks of first, if it does."""
    own = f"{exercise.id.rpartition('/')[2]}.py"
    return next((place[1] for place in _PLACE.finditer(message) if place[2] in (None, own)), None)


def _path(exercise: ExerciseResult, submission: str) -> str:
    """The learner's file, seen from the root of the repository that it is in."""
    file = Path(os.path.abspath(submission), f"{exercise.id}.py")
    root = next((each for each in file.parents if (each / ".git").exists()), None)
    return (file.relative_to(root) if root else Path(submission, f"{exercise.id}.py")).as_posix()


def _log(result: SubmissionResult) -> Iterator[str]:
    token = secrets.token_hex(16)
    yield f"::stop-commands::{token}"
    for exercise in result.exercises:
        yield f"{exercise.id}: {exercise.score} of {exercise.max_score} points. {exercise.message}"
        if exercise.status not in _UNREAD:
            for test in feedback.worth_reading(exercise):
                yield f"\n{_name(test)}:\n\n{test.message}\n"
    yield f"::{token}::"


def _name(test: TestResult) -> str:
    return f"{test.name} ({test.world})"
