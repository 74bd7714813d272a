"""What a student reads, in Markdown: points, states, and what each test said."""

from collections.abc import Iterator, Sequence

from grading.classroom.export.escaping import fenced, markdown
from grading.classroom.export.visibility import as_student
from grading.classroom.records import Graded
from grading.index import Exercise
from grading.results import ExerciseResult, TestResult
from grading.verdict import STATES, describe_test


def overview(graded: Graded, title: str) -> str:
    """The total and a table of the exercises; `title` is plain text."""
    result = as_student(graded.result)
    rows = [
        f"| {markdown(each.id)} | {each.score}/{each.max_score} | {STATES[each.status]} |"
        for each in result.exercises
    ]
    table = (
        ["| exercise | points | state |", "|---|---:|---|", *rows]
        if rows
        else ["Nothing was graded."]
    )
    total = f"**{result.score} of {result.max_score} points**"
    parts = [f"# {markdown(title)}", total, markdown(graded.fault), "\n".join(table)]
    return "\n\n".join(filter(None, parts)) + "\n"


def details(graded: Graded, exercises: Sequence[Exercise]) -> Iterator[str]:
    """Of each exercise that is not passed, a section: how its tests went, and what they said."""
    titles = {exercise.id: exercise.title for exercise in exercises}
    for each in as_student(graded.result).exercises:
        if each.status != "passed":
            title = ": ".join(filter(None, [each.id, titles.get(each.id, "")]))
            yield f"\n## {markdown(title)}\n\n{_section(each)}"


def _section(exercise: ExerciseResult) -> str:
    if exercise.status in ("missing", "invalid"):
        return fenced(exercise.message)
    lines = "\n".join(map(describe_test, exercise.tests)) or exercise.message
    said = [
        f"### {markdown(f'{test.name} ({test.world})')}\n\n{fenced(test.message)}"
        for test in worth_reading(exercise)
    ]
    return "\n".join([fenced(lines), *said])


def worth_reading(exercise: ExerciseResult) -> list[TestResult]:
    """The tests whose messages say something: what failed in the model world was not run in the live one."""
    failed = [test for test in exercise.tests if test.status != "passed" and test.message]
    in_model = {test.name for test in failed if test.world == "model"}
    return [test for test in failed if test.world == "model" or test.name not in in_model]
