import json
import subprocess
import sys

import pytest

from grading.index import ROOT
from grading.learning.state import Memory, Record, fingerprint
from grading.results import ExerciseResult, TestResult, exercise_result


def verdict(exercise, status: str) -> ExerciseResult:
    return exercise_result(exercise.id, (TestResult("test_a", "model", status, 1, "got 1"),))


def again(memory: Memory) -> Memory:
    """What another command reads afterwards."""
    return Memory(memory.root, memory.folder.parent)


def test_nothing_is_remembered_at_first_and_that_is_no_fault(memory, counter):
    assert memory.of(counter) == Record()
    assert memory.fault == ""


def test_what_one_command_notes_the_next_one_reads(memory, counter):
    memory.change(counter, hints=2, gave_up=True)
    assert again(memory).of(counter) == Record(hints=2, gave_up=True)


def test_two_checkouts_do_not_mix(memory, counter, tmp_path):
    memory.change(counter, hints=2)
    other = tmp_path / "elsewhere" / memory.root.name
    other.mkdir(parents=True)
    assert Memory(other, memory.folder.parent).of(counter) == Record()


def test_a_command_keeps_what_another_one_noted_meanwhile(memory, exercises):
    meanwhile = again(memory)
    meanwhile.change(exercises[0], hints=1)
    memory.change(exercises[1], hints=3)
    assert again(memory).of(exercises[0]).hints == 1
    assert again(memory).of(exercises[1]).hints == 3


COUNTING = """
import sys
from pathlib import Path
from grading.index import load
from grading.learning.state import Memory
memory = Memory(Path(sys.argv[1]), Path(sys.argv[2]))
exercise = load(memory.root)[int(sys.argv[3])]
for _ in range(50):
    memory.change(exercise, hints=memory.of(exercise).hints + 1)
assert not memory.fault, memory.fault
"""


def test_two_processes_at_a_time_lose_nothing_of_each_other(memory, exercises):
    arguments = [str(memory.root), str(memory.folder.parent)]
    command = [sys.executable, "-c", COUNTING, *arguments]
    running = [subprocess.Popen([*command, str(number)], cwd=ROOT) for number in (0, 1)]
    assert [process.wait() for process in running] == [0, 0]
    assert [again(memory).of(exercise).hints for exercise in exercises[:2]] == [50, 50]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        '{"version": 2, "exercises": {}}',
        '{"version": 1}',
        '{"version": 1, "exercises": []}',
        '{"version": 1, "exercises": {"a": 3}}',
        '{"version": 1, "exercises": {"a": {"hints": "2"}}}',
        '{"version": 1, "exercises": {"a": {"mark": 2}}}',
        "[" * 100_000,
    ],
)
def test_a_broken_file_is_one_sentence_and_the_beginning_of_a_new_one(memory, counter, content):
    memory.change(counter, hints=2)
    memory.file.write_text(content)
    broken = again(memory)
    assert broken.of(counter) == Record()
    assert "cannot be read, so it begins anew" in broken.fault
    broken.change(counter, hints=1)
    assert again(memory).fault == ""
    assert again(memory).of(counter).hints == 1


def test_what_cannot_be_written_holds_until_the_program_ends(root, counter, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    memory = Memory(root, tmp_path / "data")
    memory.change(counter, hints=1)
    memory.change(counter, hints=memory.of(counter).hints + 1)
    assert memory.of(counter).hints == 2
    assert "cannot be kept" in memory.fault and str(tmp_path / "data") in memory.fault


def test_the_file_is_json_of_a_version(memory, counter):
    memory.change(counter, hints=1)
    document = json.loads(memory.file.read_text())
    assert document["version"] == 1
    assert document["exercises"]["03_locks/counter"]["hints"] == 1


def test_a_verdict_is_noted_with_the_file_that_it_is_of(memory, counter):
    memory.noting(lambda _: verdict(counter, "failed"))(counter)
    now = fingerprint(counter, memory.root)
    assert again(memory).of(counter) == Record(failed=now, failure="test_a (model):\n\ngot 1")
    memory.noting(lambda _: verdict(counter, "passed"))(counter)
    assert again(memory).of(counter) == Record(passed=now)


def test_a_fault_of_the_kit_is_no_verdict(memory, counter):
    memory.noting(lambda _: verdict(counter, "grader_error"))(counter)
    assert memory.of(counter) == Record()


def test_a_verdict_on_a_file_that_is_saved_meanwhile_is_not_noted(memory, counter):
    def judge(exercise) -> ExerciseResult:
        (memory.root / exercise.stub()).write_text("x = 1\n")
        return verdict(exercise, "passed")

    assert memory.noting(judge)(counter).status == "passed"
    assert memory.of(counter) == Record()


def test_a_missing_file_has_no_verdict_to_remember(memory, counter):
    (memory.root / counter.stub()).unlink()
    result = ExerciseResult(counter.id, "missing", "counter.py is missing.", ())
    memory.noting(lambda _: result)(counter)
    assert memory.of(counter) == Record()


def test_a_pass_does_not_hold_for_another_suite(memory, counter):
    before = fingerprint(counter, memory.root)
    (memory.root / counter.suite).write_text("def test_more(): ...\n")
    assert fingerprint(counter, memory.root) != before
