from dataclasses import replace
from pathlib import Path

import pytest

from grading.given import keep_stubs
from grading.index import Exercise
from grading.tidiness import lesson_problems, problems_of, stray_files

HINTS = ("where", "which tool", "nearly the code")
COUNTER = Exercise("03_locks/counter", "Protect a counter", 4, ("bump(times)",), HINTS)
STUB = '"""Situation.\n\nGoal.\n"""\n\n# TODO: write it\n' + "x = 1\n" * 20
MISTAKES = [f"reference/mistakes/03_locks/counter/m{n}.py" for n in range(4)]
VARIANTS = [f"reference/variants/03_locks/counter/v{n}.py" for n in range(3)]
FILES = {
    "exercises/index.toml": "",
    "exercises/03_locks/README.md": "# Locks\n\n```python\nprint(1)\n```\n",
    "exercises/03_locks/counter.py": STUB,
    "reference/03_locks/counter.py": "",
    "reference/mistakes/03_locks/counter/messages.txt": "### m0\n\ntest_a (model):\n\ngot 1\n",
    "tests/03_locks/test_counter.py": "@pytest.mark.points(2)\ndef test_a(): ...\n",
    **dict.fromkeys(MISTAKES, "# fails test_a: no lock\n"),
    **dict.fromkeys(VARIANTS, "# passes: an RLock\n"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    keep_stubs([COUNTER], tmp_path)
    return tmp_path


def test_a_tidy_exercise_has_no_problem(root):
    assert list(problems_of(COUNTER, root)) == []
    assert list(lesson_problems([COUNTER], root)) == []
    assert list(stray_files([COUNTER], root)) == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("exercises/03_locks/counter.py", STUB.replace("x = 1\n", ""), "has 6 lines"),
        ("exercises/03_locks/counter.py", STUB + "x = 1\n" * 25, "has 51 lines"),
        ("exercises/03_locks/counter.py", STUB.replace("TODO", "here"), "has 0 TODOs"),
        ("exercises/03_locks/counter.py", STUB + "# TODO\n" * 3, "has 4 TODOs"),
        ("exercises/03_locks/counter.py", "x = 1\n" + STUB, "the docstring"),
        ("exercises/03_locks/counter.py", STUB.replace("Goal.", "Goal.\n" * 7), "the docstring"),
        ("exercises/03_locks/counter.py", None, "the stub is missing"),
        (
            "exercises/03_locks/counter.py",
            STUB + "y = 1\n",
            "counter.py.txt: is no copy of exercises/",
        ),
        ("reference/03_locks/counter.py", None, "the model solution is missing"),
        ("exercises/03_locks/counter.py", STUB + "# FIXME\n", "FIXME of the scaffold in line 27"),
        ("reference/03_locks/counter.py", "# FIXME\n\n# FIXME", "of the scaffold in lines 1, 3"),
        (MISTAKES[0], "# fails test_a: FIXME\n", "still has a FIXME"),
        (VARIANTS[0], "# passes: FIXME\n", "still has a FIXME"),
        (MISTAKES[0], None, "has 3 files, must have at least 4"),
        (MISTAKES[0], "# no lock\n", "line 1 must be `# fails test_name: why`"),
        (MISTAKES[0], "# fails test_z: no lock\n", "with a test of the suite"),
        (MISTAKES[0], "# fails test_a\n", "line 1 must be"),
        (
            "reference/mistakes/03_locks/counter/messages.txt",
            "### m9\n\n",
            "no mistake m9 any more",
        ),
        (VARIANTS[0], None, "has 2 files, must have at least 3"),
        (VARIANTS[0], "# an RLock\n", "line 1 must be `# passes: which idiom this is`"),
        ("tests/03_locks/test_counter.py", "def test_a(): ...", "test_a has no points"),
        (
            "tests/03_locks/test_counter.py",
            "@pytest.mark.points(3)\ndef test_a(): ...",
            "the tests have 6 points, the index says 4",
        ),
    ],
)
def test_each_broken_rule_is_one_line_that_names_the_file(root, name, content, words):
    (root / name).unlink()
    if content is not None:
        (root / name).write_text(content, encoding="utf-8")
    lines = list(problems_of(COUNTER, root))
    assert any(words in line for line in lines)
    place = Path(name) if content is not None else Path(name).parent
    assert all(place.as_posix() in line and "\n" not in line for line in lines)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": "FIXME: a title"}, "the title still has a FIXME of the scaffold"),
        ({"hints": (*HINTS[:2], "FIXME")}, "hint 3 still has a FIXME of the scaffold"),
        ({"hints": HINTS[:2]}, "has 2 hints, must have 3"),
        ({"hints": (*HINTS, "the code")}, "has 4 hints, must have 3"),
    ],
)
def test_what_an_entry_still_lacks_is_one_line_that_names_it(root, change, words):
    lines = list(problems_of(replace(COUNTER, **change), root))
    assert lines == [f"exercises/index.toml: 03_locks/counter: {words}"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "the lesson is missing"),
        ("# Locks\n", "has no example; write one that runs, between ```python and ```"),
        ("# FIXME\n```python\n```\n", "still has a FIXME of the scaffold in line 1"),
    ],
)
def test_what_a_lesson_lacks_is_said_once_for_its_topic(root, content, words):
    lesson = root / "exercises/03_locks/README.md"
    lesson.unlink()
    if content is not None:
        lesson.write_text(content, encoding="utf-8")
    exercises = [COUNTER, replace(COUNTER, id="03_locks/relay")]
    lines = list(lesson_problems(exercises, root))
    assert lines == [f"exercises/03_locks/README.md: {words}"]


@pytest.mark.parametrize("content", [b"def f(:\n", b"x = '\xe9'\n", b""])
def test_a_stub_that_cannot_be_read_is_left_to_its_judge(root, content):
    (root / "exercises/03_locks/counter.py").write_bytes(content)
    assert list(problems_of(COUNTER, root)) == []


@pytest.mark.parametrize(
    "name",
    [
        "exercises/03_locks/notes.txt",
        "exercises/04_queues/relay.py",
        "reference/03_locks/old.py",
        "reference/mistakes/03_locks/conter/m.py",
        "reference/mistakes/03_locks/counter/notes.md",
        "tests/03_locks/test_old.py",
    ],
)
def test_a_file_that_belongs_to_no_exercise_is_stray(root, name):
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).touch()
    (line,) = stray_files([COUNTER], root)
    assert line.startswith(f"{name}: belongs to no exercise")


def test_caches_are_not_stray(root):
    (root / "tests/03_locks/__pycache__").mkdir()
    (root / "tests/03_locks/__pycache__/test_counter.pyc").touch()
    assert list(stray_files([COUNTER], root)) == []
