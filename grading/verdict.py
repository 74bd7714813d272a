"""The verdict on one exercise in plain lines: what `learn` and `check` print."""

from grading import NOX, WIDTH
from grading.index import Exercise
from grading.results import ExerciseResult, TestResult

STATES = {
    "passed": "done",
    "failed": "not yet",
    "missing": "missing",
    "invalid": "cannot run",
    "grader_error": "fault of the kit",
}  # of exercises, in words


def describe(exercise: Exercise, result: ExerciseResult) -> str:
    """Points, a line for each test, and why it is not passed."""
    title = f"{exercise.id}: {exercise.title} ({result.score} of {result.max_score} points)"
    tests = [describe_test(test) for test in result.tests]
    unusable = result.status in ("missing", "invalid")
    parts = [title, "" if unusable else "\n".join(tests), describe_failure(result)]
    return "\n\n".join(part for part in parts if part)


def describe_failure(result: ExerciseResult) -> str:
    """The one thing to look at now: the first failure, or why nothing could be run."""
    failure = result.first_failure
    if result.status in ("missing", "invalid"):
        return result.message
    return f"{failure.name} ({failure.world}):\n\n{failure.message}" if failure else ""


def exit_code(result: ExerciseResult) -> int:
    """0 if it is passed, 3 for a fault of the kit, else 1."""
    return {"passed": 0, "grader_error": 3}.get(result.status, 1)


def next_step(exercise: Exercise, result: ExerciseResult, arguments: str = "") -> str:
    """What to do after a verdict that is not a pass; `arguments` are those of nox."""
    if result.status == "grader_error":
        return (
            "This is a fault of the kit, not of your code. Please report it, with the text above."
        )
    if result.status == "missing":
        return f"Next: get it back with\n    {NOX} -s reset -- {exercise.id}"
    return edit_and_run(exercise, arguments)


def edit_and_run(exercise: Exercise, arguments: str) -> str:
    """What to do about a file that does not pass; `arguments` are those of nox."""
    return f"Next: edit {exercise.stub().as_posix()}, then run\n    {NOX}{arguments}"


def help_for(exercise: Exercise) -> str:
    """What to run when the verdict alone does not help."""
    return f"Stuck? {NOX} -s explain -- {exercise.id}\n    or {NOX} -s hint -- {exercise.id}"


def describe_test(test: TestResult) -> str:
    """A line: how the test went, and what a pass rests on."""
    mark = {"passed": "ok", "failed": "FAILED"}.get(test.status, "GRADER ERROR")
    how = how_searched(test)
    line = f"  {mark:<7} {test.name} ({test.world})"
    between = ": " if len(line) + len(how) <= WIDTH - 2 else f":\n{'':10}"
    return f"{line}{how and between + how}"


def how_searched(test: TestResult) -> str:
    """What a pass rests on, or empty text where nothing was searched or it did not pass."""
    search = test.search
    if not search or test.status != "passed":
        return ""
    schedules = count(search.schedules, "schedule")
    if search.kind == "proved":
        return f"proved by {schedules}"
    if search.kind == "bounded":
        return f"{schedules}, all with up to {count(search.preemptions, 'preemption')}"
    return f"{schedules}, sampled"


def count(number: int, noun: str) -> str:
    """So many of them, in words: `1 schedule`, `2 schedules`."""
    return f"{number} {noun}{'s' * (number != 1)}"
