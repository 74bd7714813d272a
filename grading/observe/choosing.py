"""Which test of an exercise is meant by a name that somebody typed."""

from collections.abc import Iterable
from pathlib import Path

from grading.index import ROOT, Exercise
from grading.suites import expected_tests


class UnknownTest(Exception):
    """A name that no test has, or of which none can be shown; the message says what would be right."""


def named_test(exercise: Exercise, name: str | None, root: Path = ROOT) -> str | None:
    """The test of the model world with this name, or with this in its name; None if there is no name.

    Raises UnknownTest if there is no such test, nor any that can be shown; SuiteFault.
    """
    controlled = controlled_tests(exercise, root)
    if not controlled:
        raise UnknownTest(
            f"All tests of {exercise.id} run with real threads or processes: there is no interleaving to show."
        )
    if name is None:
        return None
    found = [test for test in controlled if name == test]
    found = found or [test for test in controlled if name in test]
    if len(found) == 1:
        return found[0]
    if found:
        several = f"{name!r} is in the names of {len(found)} tests. Write more of one of:"
        raise UnknownTest(several + listed(found))
    if name in [each.name for each in expected_tests(root / exercise.suite)]:
        raise UnknownTest(f"{name} runs with real threads alone: there is no interleaving to show.")
    no_test = f"{exercise.id} has no test with {name!r} in its name. It has:"
    raise UnknownTest(no_test + listed(controlled))


def controlled_tests(exercise: Exercise, root: Path = ROOT) -> list[str]:
    """The tests of the model world, by name. Raises SuiteFault."""
    return [each.name for each in expected_tests(root / exercise.suite) if each.world == "model"]


def listed(tests: Iterable[str]) -> str:
    """The names, each on a line of its own."""
    return "".join(f"\n  {each}" for each in tests)
