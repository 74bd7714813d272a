"""Which paragraph of a lesson is about a failure: told by what failed, in `paragraphs.toml`.

A rule matches the exercise's name and what the learner reads of the failure, as one line: `counter: test_a (model):
called ...`. The first that matches says which paragraphs are shown; where none does, nothing is guessed.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grading.index import Exercise

_RULES = Path(__file__).with_name("paragraphs.toml")
_BOLD = re.compile(r"\*\*(.+?)\.?\*\*")
_HEADING = re.compile(r"#+ (.+)\n")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of a lesson; `line` is where it begins. Its title is its bold beginning, or the heading right above it."""

    title: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A failure that matches is what the paragraphs of these titles are about."""

    when: re.Pattern[str]
    read: tuple[str, ...]


def about(exercise: Exercise, failure: str, lesson: str) -> list[Paragraph]:
    """The paragraphs of the lesson that are about this failure; none where nothing says which."""
    flat = " ".join(f"{exercise.stem}: {failure}".split())
    rule = next((rule for rule in rules(exercise.topic) if rule.when.search(flat)), None)
    known = {paragraph.title: paragraph for paragraph in paragraphs(lesson)}
    return [known[title] for title in rule.read if title in known] if rule else []


def paragraphs(lesson: str) -> list[Paragraph]:
    """Those that begin in bold, and the first below each heading."""
    found = []
    line, heading = 1, ""
    for text in re.split(r"(?<=\n)\n", lesson):
        if title := _HEADING.match(text):
            heading = title[1]
        elif bold := _BOLD.match(text):
            found.append(Paragraph(bold[1], text, line))
        elif heading:
            found.append(Paragraph(heading, text, line))
            heading = ""
        line += text.count("\n") + 1
    return found


def mistakes(lesson: str) -> list[str]:
    """The titles of the paragraphs about what goes wrong."""
    return [each.title for each in paragraphs(lesson) if each.text.startswith("**")]


@cache
def rules(topic: str) -> list[Rule]:
    """The rules of a topic, in the order in which they are asked."""
    tables = tomllib.loads(_RULES.read_text(encoding="utf-8")).get(topic, [])
    return [Rule(re.compile(table["when"]), tuple(table["read"])) for table in tables]
