"""The standard library passes its own tests as well with switch points as without."""

import pytest

from tests.kit.instrument.stdlib_compare import QUICK, differences, exists


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", QUICK)
def test_outcomes_of_the_library_tests_are_the_same(name):
    module = f"test.test_{name}"
    if not exists(module):
        pytest.skip(f"this Python comes without {module}")
    sites, tests, different = differences(module)
    assert sites > 1
    assert tests > 0
    assert different == []
