"""A small class with everything in it that a report has to show."""

from grading.classroom.records import Graded
from grading.classroom.submissions import Student
from grading.index import Exercise
from grading.results import ExerciseResult, Search, SubmissionResult, TestResult, exercise_result
from tests.kit.classroom.conftest import COUNTER, KIT, NOON, RELAY

JOIN = "01_threads/join"
EXERCISES = tuple(Exercise(name, f"All about {name}", 4, (), ()) for name in (JOIN, COUNTER, RELAY))
TIMELINE = """called    counter after bump(2) in each of two threads
got       3
expected  4

because of this interleaving:

  the test  A         B
  17: thread.start()
            9: counter += 1 -> reads counter = 0
                      9: counter += 1 -> reads counter = 0, writes counter = 1
            9: counter += 1 -> writes counter = 1"""
HOSTILE = (
    """<script>document.title = "owned"</script><img src=x onerror="document.title = 'owned'">'">"""
)


def proved(name: str, points: int = 2, hidden: bool = False) -> TestResult:
    search = Search("proved", 20, 3)
    return TestResult(name, "model", "passed", points, "", search, hidden=hidden)


def lost(name: str, message: str = TIMELINE, hidden: bool = False) -> TestResult:
    search = Search("sampled", 7, 1)
    return TestResult(name, "model", "failed", 1, message, search, "13.2", hidden=hidden)


def right(exercise: str) -> ExerciseResult:
    return exercise_result(exercise, (proved("test_one"), proved("test_two")))


def half(exercise: str, message: str = TIMELINE) -> ExerciseResult:
    tests = (proved("test_one"), lost("test_two", message), lost("test_three", message))
    return exercise_result(exercise, tests)


def faulty(exercise: str) -> ExerciseResult:
    crash = TestResult("test_one", "model", "grader_error", 4, "the engine\nlost its way")
    return exercise_result(exercise, (crash,))


def unusable(exercise: str, status, sentence: str) -> ExerciseResult:
    tests = (TestResult("test_one", "model", "failed", 4, sentence),)
    return ExerciseResult(exercise, status, sentence, tests)


def graded(name: str, *results: ExerciseResult, key: str = "", fault: str = "") -> Graded:
    student = Student(key or name, name, "canvas")
    result = SubmissionResult("class.zip", results)
    return Graded(student, f"{key}.zip", NOON, NOON, fault, result, (KIT,))


CLASS = [
    graded("Ada Lovelace", right(JOIN), right(COUNTER), right(RELAY), key="ada"),
    graded("Björn Ångström", half(JOIN), half(COUNTER), key="bjorn"),
    graded(HOSTILE, half(JOIN, HOSTILE + "\n" + HOSTILE), right(COUNTER), key=HOSTILE),
    graded("\u202eمحمد بن سلمان\u202c 🦊", faulty(JOIN), right(COUNTER), key="m"),
    graded("W" * 300, unusable(COUNTER, "invalid", "line 1: this is no Python: '<'."), key="w"),
    graded(
        "Zoë",
        unusable(COUNTER, "missing", "There is no file."),
        key="z",
        fault="z.zip is cut short.",
    ),
]
