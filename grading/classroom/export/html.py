"""The report of a class in HTML: a heat map of students and exercises, and a page for each student.

It is for whoever teaches, and shows hidden tests. `index.html` and `students/*.html` need nothing else: styles and
script are inside, and a Content-Security-Policy lets nothing be loaded and no other script run, whatever names and
messages say.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grading import pages
from grading.classroom.export.base import Options, file_name, folder, write_all, zulu
from grading.classroom.export.overview import Overview, stem_of
from grading.classroom.records import Graded
from grading.verdict import STATES, how_searched

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).with_name("templates")


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the report into a folder, one student after the other; other files in it stay. Raises CannotExport."""
    out = folder(options.out, "html")
    students = folder(out / "students", "html")
    overview = Overview(options.exercises)
    titles = {exercise.id: exercise.title for exercise in options.exercises}
    for graded in grades:
        page = students / file_name(graded.student, ".html")
        _write(page, "student.html", graded=graded, titles=titles)
        overview.add(graded, page.relative_to(out).as_posix())
    _write(out / "index.html", "index.html", overview=overview)
    return []


def _write(file: Path, template: str, **content: Any) -> None:
    write_all(_environment().get_template(template).generate(content), file)


@cache
def _environment() -> "Environment":
    from markupsafe import Markup, escape  # only here: a learner waits for every import

    environment = pages.environment(_TEMPLATES)
    environment.globals["states"] = STATES
    filters: dict[str, Callable[..., Any]] = {
        "anchor": lambda exercise_id: exercise_id.replace("/", "-"),
        "breakable": lambda exercise_id: escape(exercise_id).replace("/", Markup("/<wbr>")),
        "how_searched": how_searched,
        "percent": lambda share: f"{share:.0%}",
        "stem": stem_of,
        "when": _when,
    }
    environment.filters |= filters
    return environment


def _when(time: str) -> str:
    """A time as people read it, to the minute."""
    moment = zulu(time)
    return f"{moment[:10]} {moment[11:16]} UTC"
