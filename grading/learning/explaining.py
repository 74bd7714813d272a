"""A failure, explained: what there is to read of it, what the words mean, and what the lesson says about it."""

import re
import textwrap
from collections.abc import Iterator

from grading import WIDTH
from grading.index import Exercise
from grading.learning.glossary import terms_in
from grading.learning.lessons import about, mistakes
from grading.learning.state import Memory

_OF_A_TEST = re.compile(r"test_\w+ \(\w+\):")


def explanation(exercise: Exercise, failure: str, memory: Memory) -> str:
    """What the learner reads, in lines of at most 80 columns where the failure has none that are longer."""
    if not _OF_A_TEST.match(failure):
        return failure  # the file is missing or cannot be run, which has its own sentence
    return "\n\n".join([failure, *_words(failure), *_lesson(exercise, failure, memory)])


def _words(failure: str) -> Iterator[str]:
    terms = terms_in(failure)
    if terms:
        yield "WHAT THE WORDS MEAN"
    for term in terms:
        yield textwrap.fill(f"{term.name}: {term.means}", WIDTH, subsequent_indent="    ")


def _lesson(exercise: Exercise, failure: str, memory: Memory) -> Iterator[str]:
    name = exercise.lesson.as_posix()
    try:
        lesson = (memory.root / exercise.lesson).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    if found := about(exercise, failure, lesson):
        yield "FROM THE LESSON"
        for paragraph in found:
            where = f"({name}, line {paragraph.line})"
            yield f"{textwrap.fill(' '.join(paragraph.text.split()), WIDTH)}\n{where}"
    elif titles := mistakes(lesson):
        yield "FROM THE LESSON"
        listed = "\n".join(f"  - {title}" for title in titles)
        yield f"Which of its mistakes this is cannot be told:\n{listed}\n({name})"
