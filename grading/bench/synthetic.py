"""A class of which it is known what each file is worth: right ones, mistakes, stubs, broken and missing ones."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from grading.index import ROOT, Exercise
from grading.results import ExerciseResult
from grading.suites import expected_tests
from grading.tidiness import claimed_test, solutions

Kind = Literal["right", "mistake", "stub", "broken", "missing"]

_BROKEN = (b"", b"# caf\xe9\n", b"def (:\n", b"import subprocess\n")
_SHARES: dict[Kind, int] = {"right": 40, "mistake": 30, "stub": 20, "broken": 5, "missing": 5}


class Known(NamedTuple):
    """What a student has for an exercise, and the test that must fail if it is a mistake."""

    kind: Kind
    content: bytes = b""
    fails: str = ""


def write_class(
    folder: Path, students: int, exercises: Sequence[Exercise], seed: int = 1
) -> dict[tuple[str, str], Known]:
    """Writes a folder for each student; what is known, by student and exercise. The same seed, the same class."""
    chance = random.Random(seed)
    stock = {exercise.id: _stock(exercise) for exercise in exercises}
    known = {}
    for number in range(students):
        student = f"student {number:03}"
        for exercise in exercises:
            (kind,) = chance.choices([*_SHARES], [*_SHARES.values()])
            choice = known[student, exercise.id] = chance.choice(stock[exercise.id][kind])
            file = exercise.stub(folder / student)
            file.parent.mkdir(parents=True, exist_ok=True)
            if choice.kind != "missing":
                file.write_bytes(choice.content)
    return known


def is_as_known(known: Known, result: ExerciseResult) -> bool:
    """Whether this is what must come of the file."""
    failed = {test.name for test in result.tests if test.status == "failed"}
    match known.kind:
        case "right":
            return result.status == "passed" and result.score == result.max_score > 0
        case "mistake":
            return result.status == "failed" and known.fails in failed
        case "stub":
            return result.status == "failed" and result.score < result.max_score
        case "broken":
            return result.status == "invalid" and result.score == 0
    return result.status == "missing" and result.score == 0


def _stock(exercise: Exercise) -> dict[Kind, list[Known]]:
    tests = expected_tests(ROOT / exercise.suite)
    right = [exercise.reference, *solutions(ROOT / exercise.variants)]
    mistakes = [(file, claimed_test(file, tests)) for file in solutions(ROOT / exercise.mistakes)]
    return {
        "right": [Known("right", (ROOT / file).read_bytes()) for file in right],
        "mistake": [
            Known("mistake", file.read_bytes(), test.name) for file, test in mistakes if test
        ],
        "stub": [Known("stub", (ROOT / exercise.stub()).read_bytes())],
        "broken": [Known("broken", content) for content in _BROKEN],
        "missing": [Known("missing")],
    }
