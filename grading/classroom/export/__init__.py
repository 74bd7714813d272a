"""Gives grades to platforms and to people: a file for each format, of which each has a function `export`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from grading.classroom.export import (
    canvas,
    classroom50,
    classroom_actions,
    github,
    gradebook_csv,
    gradebook_json,
    gradescope,
    html,
    junit,
    markdown,
    moodle,
)
from grading.classroom.export.base import Options
from grading.classroom.records import Graded


@dataclass(frozen=True, slots=True)
class Format:
    """What writes a format, with sentences for whoever asked as its result; which options of the command it takes."""

    export: Callable[[Iterable[Graded], Options], list[str]]
    takes: frozenset[str] = frozenset()


FORMATS = {
    "canvas": Format(canvas.export, frozenset({"into", "assignment", "per_exercise"})),
    "classroom": Format(classroom_actions.export),
    "classroom50": Format(classroom50.export),
    "csv": Format(gradebook_csv.export),
    "github": Format(github.export),
    "gradescope": Format(gradescope.export),
    "html": Format(html.export),
    "json": Format(gradebook_json.export),
    "junit": Format(junit.export),
    "markdown": Format(markdown.export),
    "moodle": Format(moodle.export, frozenset({"into", "identify"})),
}
