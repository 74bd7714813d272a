"""Which test of an exercise is meant by a name that somebody typed."""

from pathlib import Path

from grading.index import ROOT, Exercise
from grading.suites import expected_tests


class UnknownTest(Exception):
    """A name that no test has, or of which none can be shown; the message says what would be right."""


def named_test(exercise: Exercise, name: str | None, root: Path = ROOT) -> str | None:
    """The test of the model world with this name, or with this in its name; None if there is no name.

    Raises UnknownTest if there is no such test, nor any that can be shown; SuiteFault.
    """
    tests = expected_tests(root / exercise.suite)
    controlled = [each.name for each in tests if each.world == "model"]
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
        listed = "".join(f"\n  {each}" for each in found)
        raise UnknownTest(
            f"{name!r} is in the names of {len(found)} tests. Write more of one of:{listed}"
        )
    if name in [each.name for each in tests]:
        raise UnknownTest(f"{name} runs with real threads alone: there is no interleaving to show.")
    listed = "".join(f"\n  {each}" for each in controlled)
    raise UnknownTest(f"{exercise.id} has no test with {name!r} in its name. It has:{listed}")
