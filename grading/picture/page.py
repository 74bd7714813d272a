"""The page of a picture: one HTML file that needs nothing else, and is safe whatever learners write.

It shows a document of the schema `threadlings/picture/v1`, as `grading.observe` makes it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grading import pages
from grading.results import write_whole

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATES = Path(__file__).with_name("templates")


def write(document: Mapping[str, Any], file: Path) -> None:
    """Writes the page of this document, whole or not at all. Raises OSError."""
    write_whole(file, [render(document).encode("utf-8", "replace")])


def render(document: Mapping[str, Any]) -> str:
    """The page of this document, as text."""
    return _template().render(picture=document)


@cache
def _template() -> "Template":
    return pages.environment(_TEMPLATES).get_template("picture.html")
