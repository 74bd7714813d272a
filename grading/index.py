"""The list of exercises: reads and checks `exercises/index.toml`."""

import ast
import difflib
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
INDEX = Path("exercises/index.toml")

_ID = re.compile(r"[0-9]{2}_[a-z0-9_]+/[a-z][a-z0-9_]*")
_CALLS = "a list of calls, such as bump(times)"
_MODULES = "a list of modules, such as concurrent.futures"
_KINDS: dict[str, str] = {
    "id": "a string",
    "title": "a string",
    "points": "a whole number",
    "defines": _CALLS,
    "hints": "a list of strings",
    "imports": _MODULES,
}
_MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


class IndexFault(Exception):
    """The list itself is wrong: a fault of the kit, never of a learner."""


class UnknownExercise(LookupError):
    """Nobody has listed an exercise of that name; the message suggests the nearest."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One entry of the list. All paths are relative to the project's root.

    `imports` are the modules that a solution may import: those of all exercises, then its own; None: all there are.
    """

    id: str
    title: str
    points: int
    defines: tuple[str, ...]
    hints: tuple[str, ...]
    imports: tuple[str, ...] | None = ()

    @property
    def topic(self) -> str:
        """The folder's name, such as `03_locks`."""
        return self.id.partition("/")[0]

    @property
    def stem(self) -> str:
        """The file's name without its ending, such as `counter`."""
        return self.id.partition("/")[2]

    def stub(self, folder: Path = Path("exercises")) -> Path:
        """Its file in a submission folder; the learner's own by default."""
        return folder / f"{self.id}.py"

    @property
    def lesson(self) -> Path:
        """What its topic is about."""
        return Path("exercises") / self.topic / "README.md"

    @property
    def suite(self) -> Path:
        """The pytest file that judges it."""
        return Path("tests") / self.topic / f"test_{self.stem}.py"

    @property
    def reference(self) -> Path:
        """The model solution."""
        return Path("reference") / f"{self.id}.py"

    @property
    def mistakes(self) -> Path:
        """The folder of wrong solutions that must fail."""
        return Path("reference/mistakes") / self.id

    @property
    def messages(self) -> Path:
        """What learners read of each mistake."""
        return self.mistakes / "messages.txt"

    @property
    def variants(self) -> Path:
        """The folder of right solutions in other idioms, which must pass."""
        return Path("reference/variants") / self.id


def load(root: Path = ROOT) -> tuple[Exercise, ...]:
    """All exercises of the project at `root`, in the order in which they are learnt.

    Raises IndexFault with one sentence that names the entry.
    """
    exercises = read(root)
    _check_files_and_duplicates(exercises, root)
    return exercises


def read(root: Path) -> tuple[Exercise, ...]:
    """As `load`, where the project may lack suites of the list."""
    try:
        content = tomllib.loads((root / INDEX).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise IndexFault(f"{INDEX.as_posix()} cannot be read: {error}") from error
    tables, imports = content.pop("exercise", []), content.pop("imports", None)
    unknown = next(iter(content), "")
    _require(not content, f"unknown key {unknown!r}; only imports and [[exercise]] are known")
    is_list = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
    _require(is_list and tables, "no exercise is listed: write [[exercise]] tables")
    above = "write imports = [...], a list of modules, above the first [[exercise]]"
    _require(_is_a(_MODULES, imports), above)
    return tuple(_exercise(number, table, imports) for number, table in enumerate(tables, 1))


def own_exercises(root: Path = ROOT) -> Path:
    """The learner's exercises, as a short path where that is possible."""
    return Path("exercises") if Path.cwd() == root else root / "exercises"


def find(exercises: Sequence[Exercise], name: str) -> Exercise:
    """The exercise of this name: its id, `counter`, or what no other begins with, such as `cou` or `03/cou`.

    A file name ending and `exercises/` in front are forgiven. Raises UnknownExercise.
    """
    wanted = name.replace("\\", "/").removeprefix("./").removeprefix("exercises/")
    wanted = wanted.removesuffix(".py")
    found = next(filter(None, _meant(exercises, wanted)), [])
    if len(found) == 1:
        return found[0]
    if found:
        choice = " or ".join(each.id for each in found)
        raise UnknownExercise(f"{name!r} can be {len(found)} exercises: write {choice}.")
    names = {label: each.id for each in exercises for label in (each.id, each.stem)}
    near = difflib.get_close_matches(wanted, names, n=1)
    advice = f"Did you mean {names[near[0]]}?" if near else f"The first is {exercises[0].id}."
    raise UnknownExercise(f"There is no exercise {name!r}. {advice}")


def _meant(exercises: Sequence[Exercise], wanted: str) -> Iterator[list[Exercise]]:
    """Which exercises a name can stand for, first those that it fits best: as a whole name, then as a beginning."""
    yield [each for each in exercises if each.id == wanted]
    topic, _, stem = wanted.rpartition("/")
    of_topic = [each for each in exercises if each.topic.startswith(topic)]
    yield [each for each in of_topic if each.stem == stem]
    yield [each for each in of_topic if wanted and each.stem.startswith(stem)]


def is_id(text: str) -> bool:
    """Whether an exercise can have this id: its topic's folder with a number in front, then its name."""
    return _ID.fullmatch(text) is not None


def _exercise(number: int, table: dict[str, Any], imports: list[str]) -> Exercise:
    """The entry of this table; `imports` are those of all exercises."""
    where = f"exercise {number} ({table.get('id', 'without an id')})"
    table = {"imports": [], **table}
    for key in table:
        _require(key in _KINDS, f"{where}: unknown key {key!r}; known are {', '.join(_KINDS)}")
    for key, kind in _KINDS.items():
        _require(key in table, f"{where}: {key!r} is missing; it must be {kind}")
        right = _is_a(kind, table[key])
        _require(right, f"{where}: {key!r} must be {kind}, but is {table[key]!r}")
    like = "topic/name in lower case, the topic with its number, such as 03_locks/counter"
    _require(is_id(table["id"]), f"{where}: the id must be {like}")
    _require(table["points"] > 0, f"{where}: 'points' must be above 0, but is {table['points']}")
    table["imports"] = imports + table["imports"]
    frozen: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}
    return Exercise(**frozen)


def _is_a(kind: str, value: object) -> bool:
    if kind == "a string":
        return isinstance(value, str) and bool(value)
    if kind == "a whole number":
        return type(value) is int
    fits = _FITTING.get(kind, bool)
    return isinstance(value, list) and all(isinstance(item, str) and fits(item) for item in value)


def _is_call(text: str) -> bool:
    try:
        statements = ast.parse(f"def {text}: pass").body
    except (SyntaxError, ValueError):
        return False
    return len(statements) == 1


_FITTING: dict[str, Callable[[str], object]] = {_CALLS: _is_call, _MODULES: _MODULE.fullmatch}


def _check_files_and_duplicates(exercises: Sequence[Exercise], root: Path) -> None:
    seen: set[str] = set()
    for number, exercise in enumerate(exercises, 1):
        where = f"exercise {number} ({exercise.id})"
        _require(exercise.id not in seen, f"{where}: this id is listed twice")
        seen.add(exercise.id)
        suite = exercise.suite.as_posix()
        _require((root / suite).is_file(), f"{where}: there is no suite {suite}")


def _require(condition: object, sentence: str) -> None:
    if not condition:
        raise IndexFault(f"{INDEX.as_posix()}: {sentence}.")
