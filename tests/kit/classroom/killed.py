"""Kills a run of `class` again and again, and compares what it leaves with an undisturbed one.

`python -m tests.kit.classroom.killed STUDENTS KILLS [ID]...` does it at the size that is asked for.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from grading.bench.synthetic import is_as_known, write_class
from grading.classroom.gradebook import Gradebook
from grading.index import ROOT, Exercise, find, load

Rows = list[tuple[Any, ...]]
# What a live test finds in a wrong solution is a matter of chance; all else must be the same.
_EVERYTHING = """
    SELECT platform, key, submission.digest, submission.fault, grade.exercise, verdict.digest, verdict.status,
           CASE verdict.status WHEN 'failed' THEN '' ELSE verdict.message END,
           test_result.name, world, hidden, max_score, token,
           CASE WHEN verdict.status = 'failed' AND world = 'live' THEN '' ELSE test_result.status END
    FROM student JOIN submission ON student_id = student.id JOIN grade ON submission_id = submission.id
    JOIN verdict ON verdict_id = verdict.id JOIN test_result USING (verdict_id)
    ORDER BY 1, 2, 3, 5, 9, 10
"""


def run(folder: Path, gradebook: Path, exercises: Sequence[Exercise]) -> subprocess.Popen[bytes]:
    """Begin grading this class."""
    only = [part for exercise in exercises for part in ("--only", exercise.id)]
    command = [sys.executable, "-m", "grading", "class", str(folder), *only]
    return subprocess.Popen(
        [*command, "--gradebook", str(gradebook)], cwd=ROOT, stdout=subprocess.DEVNULL
    )


def run_and_kill(
    folder: Path, gradebook: Path, exercises: Sequence[Exercise], kills: int, longest: float
) -> Iterator[int]:
    """Kill the run at random moments, go on each time, at last to the end; how many students were in after each."""
    chance = random.Random(kills)
    for _ in range(kills):
        process = run(folder, gradebook, exercises)
        time.sleep(chance.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        process.wait()
        yield entered(gradebook)
    if code := run(folder, gradebook, exercises).wait():
        raise RuntimeError(f"the last run ended with {code}")
    yield entered(gradebook)


def entered(gradebook: Path) -> int:
    """How many students have grades."""
    with Gradebook(gradebook) as opened:
        return len({score.student_id for score in opened.scores()})


def everything(gradebook: Path) -> Rows:
    """All that is in it but times; and that SQLite finds it whole."""
    with sqlite3.connect(gradebook) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return database.execute(_EVERYTHING).fetchall()


def different(some: Rows, others: Rows) -> Iterator[str]:
    """What only one of the two has, a line for each row."""
    for mark, rows in (
        ("-", Counter(some) - Counter(others)),
        ("+", Counter(others) - Counter(some)),
    ):
        yield from (f"{mark} {row}" for row in rows.elements())


def main(students: int, kills: int, exercises: Sequence[Exercise]) -> None:
    """Say what an undisturbed run takes and whether it is as known, and whether a killed one leaves the same."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, whole, killed = (Path(temporary, name) for name in ("class", "whole", "killed"))
        known = write_class(folder, students, exercises)
        begun = time.monotonic()
        run(folder, whole, exercises).wait()
        seconds = time.monotonic() - begun
        print(f"undisturbed: {seconds:.0f} s, {seconds / students:.2f} s a student")
        with Gradebook(whole) as gradebook:
            results = {
                (graded.student.key, exercise.id): exercise
                for graded in gradebook.current()
                for exercise in graded.result.exercises
            }
        wrong = [key for key, what in known.items() if not is_as_known(what, results[key])]
        print(f"{len(known)} files, of which not as known: {wrong or 'none'}")
        if kills:
            counts = [*run_and_kill(folder, killed, exercises, kills, 2 * seconds / kills)]
            differences = list(different(everything(killed), everything(whole)))
            equal = not differences
            print(f"killed {kills} times, with so many students in: {counts}; equal: {equal}")
            print(*differences[:40], sep="\n")


if __name__ == "__main__":
    chosen = [find(load(), name) for name in sys.argv[3:]] or load()
    main(int(sys.argv[1]), int(sys.argv[2]), chosen)
