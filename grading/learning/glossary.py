"""What the words of a failure mean: those of `glossary.toml` that occur in it, or stand behind what it says."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TERMS = Path(__file__).with_name("glossary.toml")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, where it is `seen`, and what it `means`."""

    name: str
    seen: re.Pattern[str]
    means: str


def terms_in(failure: str) -> list[Term]:
    """The terms that what a learner reads has to do with, in the glossary's order."""
    flat = " ".join(failure.split())
    return [term for term in terms() if term.seen.search(flat)]


@cache
def terms() -> tuple[Term, ...]:
    """The whole glossary."""
    tables = tomllib.loads(_TERMS.read_text(encoding="utf-8"))["term"]
    return tuple(
        Term(table["name"], re.compile(table["seen"]), table["means"].strip()) for table in tables
    )
