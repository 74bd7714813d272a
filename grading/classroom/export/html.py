"""The report of a class in HTML: a heat map of students and exercises, and a page for each student.

`index.html` and `students/*.html` need nothing else: styles and script are inside, and a Content-Security-Policy lets
nothing be loaded and no other script run, whatever names and messages contain.
"""

import base64
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grading.classroom.export.overview import Overview, state_of, stem_of
from grading.classroom.records import Earlier, Graded
from grading.classroom.submissions import Student, file_digest
from grading.index import Exercise
from grading.verdict import how_searched

_TEMPLATES = Path(__file__).with_name("templates")
_LONGEST_NAME = 40  # characters of a student's name in that of the file


def write_html(
    classmates: Iterable[Graded],
    exercises: Sequence[Exercise],
    out: Path,
    history: Callable[[Student], Sequence[Earlier]] = lambda student: (),
) -> None:
    """Writes the report into the folder `out`, one student after the other; other files in it stay.

    The exercises give titles and order. `history` tells a student's earlier submissions. Raises OSError.
    """
    (out / "students").mkdir(parents=True, exist_ok=True)
    overview = Overview(exercises)
    titles = {exercise.id: exercise.title for exercise in exercises}
    for graded in classmates:
        page = f"students/{page_name(graded.student)}"
        earlier = history(graded.student)
        _write(out / page, "student.html", graded=graded, titles=titles, history=earlier)
        overview.add(graded, page)
    _write(out / "index.html", "index.html", overview=overview)


def page_name(student: Student) -> str:
    """The file's name of a student's page: readable, safe on every system, and the same from run to run."""
    plain = unicodedata.normalize("NFKD", student.name).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-") or "student"
    digest = file_digest(f"{student.platform}\n{student.key}".encode(errors="surrogatepass"))
    return f"{readable}-{digest[:12]}.html"


def _write(file: Path, template: str, **content: Any) -> None:
    """Writes the page whole or not at all."""
    pieces = _environment().get_template(template).generate(content)
    part = file.with_name(f"{file.name}.part")
    with part.open("w", encoding="utf-8", errors="replace", newline="\n") as page:
        page.writelines(pieces)
    part.replace(file)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["asset"] = _asset
    environment.filters |= {
        "anchor": lambda exercise_id: exercise_id.replace("/", "-"),
        "breakable": lambda name: escape(name).replace("/", Markup("/<wbr>")),
        "csp_hash": _csp_hash,
        "how_searched": how_searched,
        "percent": lambda share: f"{share:.0%}",
        "state": state_of,
        "stem": stem_of,
        "when": lambda time: f"{time[:10]} {time[11:16]} UTC",  # of ISO 8601
    }
    return environment


def _asset(name: str) -> Markup:
    """A file of ours that goes into a page as it is."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


def _csp_hash(text: str) -> str:
    """The source expression of CSP level 2 that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
