"""Begins a new exercise: its files, from the templates beside this one, and its entry in the list."""

import keyword
import re
from collections.abc import Sequence
from pathlib import Path
from string import Template

from grading.index import INDEX, Exercise, is_id

_ENTRY = re.compile(r"^\[\[exercise\]\]", re.MULTILINE)


class Refused(Exception):
    """An exercise that cannot be begun; the message says what would be right."""


def begin(id: str, listed: Sequence[Exercise], root: Path) -> dict[Path, str]:
    """Begins this exercise of the project at `root`; what it made, each with what it is for.

    The entry comes behind those of its topic in the list. Nothing is overwritten. Raises Refused.
    """
    _check(id, listed)
    new = Exercise(id, "", 0, (), ())
    files = {
        new.stub(): ("stub.py", "what the learner begins with"),
        new.reference: ("reference.py", "the model solution"),
        new.suite: ("suite.py", "the suite, which fails the stub"),
    }
    if not (root / new.lesson).exists():
        files[new.lesson] = ("lesson.md", "the lesson of the topic")
    for file in files:
        if (root / file).exists():
            raise Refused(f"{file.as_posix()} is there already: rename it, or choose another name.")
    index = _with_entry((root / INDEX).read_text(encoding="utf-8"), new, listed)
    for file, (template, _) in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(_filled(template, new), encoding="utf-8")
    for folder in (new.mistakes, new.variants):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / INDEX).write_text(index, encoding="utf-8")
    return {
        **{file: role for file, (_, role) in files.items()},
        new.mistakes: "wrong solutions; line 1: `# fails test_name: why`",
        new.variants: "other right solutions; line 1: `# passes: which idiom this is`",
        INDEX: "its entry: title, points, what it defines, hints",
    }


def _check(id: str, listed: Sequence[Exercise]) -> None:
    if not is_id(id):
        like = "topic/name in lower case, the topic with its number, such as 03_locks/gate"
        raise Refused(f"{id!r} cannot be an exercise: write {like}.")
    topic, _, name = id.partition("/")
    if keyword.iskeyword(name):
        raise Refused(f"{name!r} is a word of Python, but names a function: choose another name.")
    for each in listed:
        if each.id == id:
            raise Refused(f"{id} is listed already: choose another name.")
        if each.topic[:2] == topic[:2] and each.topic != topic:
            raise Refused(f"Topic {topic[:2]} is {each.topic}: write {each.topic}/{name}.")


def _with_entry(index: str, new: Exercise, listed: Sequence[Exercise]) -> str:
    """The text of the list with one entry more; all else in it stays as it is."""
    starts = [match.start() for match in _ENTRY.finditer(index)]
    if len(starts) != len(listed):
        raise Refused(f"{INDEX.as_posix()}: begin each entry with a line [[exercise]].")
    before = max((n for n, each in enumerate(listed, 1) if each.topic <= new.topic), default=0)
    entry = _filled("entry.toml", new)
    if before == len(listed):
        return index.rstrip() + "\n\n" + entry
    return index[: starts[before]] + entry + "\n" + index[starts[before] :]


def _filled(template: str, new: Exercise) -> str:
    text = (Path(__file__).parent / f"{template}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(id=new.id, name=new.stem)
