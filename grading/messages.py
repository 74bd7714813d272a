"""What learners read of each mistake, kept in a file per exercise, so that a change of words is seen in review.

The file is plain text: a line `### NAME` for each mistake, and below it the failure of the test that the mistake
names, as `check` prints it. Real threads, and processes, do not give the same at every run and on every machine: of
tests in the live world, `got` is kept as an example and not compared.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from grading import WIDTH
from grading.index import Exercise
from grading.results import ExerciseResult
from grading.verdict import describe_failure

ACCEPT = "python -m grading verify --accept"

_HEAD = f"""\
What a learner reads of each mistake. To keep other words: {ACCEPT}
What a test (live) got is an example: real threads do not give the same at every run.
"""
_SECTION = re.compile(r"^### (\w+)\n\n", re.MULTILINE)
_REPETITION = re.compile(r"in repetition \d+$")
_GOT = re.compile(r"^got .*?(?=^expected )", re.MULTILINE | re.DOTALL)
_CLAIM = re.compile(r"called +\S.*\ngot +\S.*\nexpected +\S", re.DOTALL)
_HANG = re.compile(
    r"(called +\S.*\n( +\S.*\n)*)?"
    r"(deadlock: |it hangs: |.* in a loop that never ends|.* was left running|an exception escaped )"
)
_COMMAND = "replay:"  # is there to be copied, so it is never wrapped


def as_kept(result: ExerciseResult, submission: str) -> str:
    """The first failure, as if the files in the folder `submission` were the learner's own.

    Real threads fail in one repetition or another: its number is left out.
    """
    text = describe_failure(result)
    text = text.replace(f" --submission {submission}", "").replace(submission, "exercises")
    return _REPETITION.sub("in one of its repetitions", text.rstrip())


def problem_of(text: str, kept: str | None, exercise: Exercise) -> str | None:
    """What is wrong with a message in itself, or that it is not the one that is kept; what differs first."""
    if fault := next(_faults(text), None):
        return f"its message {fault}"
    accept = f"accept it with {ACCEPT} --only {exercise.id}"
    if kept is None:
        return f"its message is not in {exercise.messages.as_posix()}; {accept}"
    if not same(kept, text):
        before, now = _first_difference(_compared(kept), _compared(text))
        return f"reads differently now: {now!r}, not {before!r}; {accept}"
    return None


def read(file: Path) -> dict[str, str]:
    """The messages that are kept, by the names of the mistakes; none if there is no such file."""
    if not file.is_file():
        return {}
    _, *parts = _SECTION.split(file.read_text(encoding="utf-8"))
    return {name: text.rstrip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def write(file: Path, messages: Mapping[str, str]) -> None:
    """Keeps these messages, by the names of the mistakes, and no others; those that are the same stay as they are."""
    former = read(file)
    sections = [
        f"### {name}\n\n{former[name] if same(former.get(name, ''), text) else text}\n"
        for name, text in messages.items()
    ]
    file.write_text("\n\n".join([_HEAD, *sections]), encoding="utf-8")


def same(kept: str, text: str) -> bool:
    """Whether a message is the one that is kept, as far as it is the same at every run."""
    return _compared(kept) == _compared(text)


def _compared(text: str) -> str:
    heading, _, _ = text.partition("\n")
    return _GOT.sub("", text) if heading.endswith("(live):") else text


def _faults(text: str) -> Iterator[str]:
    _, _, message = text.partition("\n\n")
    if not message.strip():
        yield "is empty"
    elif not (_CLAIM.match(message) or _HANG.match(message)):
        yield "says neither what was called, got and expected, nor how the program hangs or ends"
    for line in message.splitlines():
        if len(line) > WIDTH and not line.startswith(_COMMAND):
            yield f"has a line of {len(line)} columns where {WIDTH} fit: {line.strip()}"


def _first_difference(before: str, now: str) -> tuple[str, str]:
    pairs = zip_longest(before.splitlines(), now.splitlines(), fillvalue="")
    return next(pair for pair in pairs if pair[0] != pair[1])
