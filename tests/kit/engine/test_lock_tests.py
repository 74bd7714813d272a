"""The virtual primitives pass CPython's own tests of the real ones (`test.lock_tests`)."""

import pytest

from grading.engine import model
from tests.kit.engine import cpython

MODULE = cpython.load("lock_tests")
if MODULE is None:
    pytest.skip("this Python comes without test.lock_tests", allow_module_level=True)

TYPES = [  # the class of the tests, the name by which it asks for the primitive, the primitive
    ("LockTests", "locktype", "Lock"),
    ("RLockTests", "locktype", "RLock"),
    ("RLockTests", "locktype", "_PyRLock"),
    ("RLockTests", "locktype", "Condition"),
    ("EventTests", "eventtype", "Event"),
    ("ConditionTests", "condtype", "Condition"),
    ("SemaphoreTests", "semtype", "Semaphore"),
    ("BoundedSemaphoreTests", "semtype", "BoundedSemaphore"),
    ("BarrierTests", "barriertype", "Barrier"),
]
NO_ADDRESS = "the text of a virtual lock has no address, so that it is the same in every replay"
NOT_HELD = {
    ("Condition", "test_repr"): NO_ADDRESS,
    ("Condition", "test_locked_repr"): NO_ADDRESS,
    ("Condition", "test_recursion_count"): "a real Condition has no _recursion_count either",
    ("Lock", "test_repr"): NO_ADDRESS,
    ("Lock", "test_locked_repr"): NO_ADDRESS,
    ("RLock", "test_repr"): NO_ADDRESS,
    ("RLock", "test_locked_repr"): NO_ADDRESS,
}


CASES = [
    pytest.param(tests, attribute, primitive, method, id=f"{primitive}-{tests}-{method}")
    for tests, attribute, primitive in TYPES
    for method in dir(getattr(MODULE, tests))
    if method.startswith("test")
]


@pytest.mark.parametrize(("tests", "attribute", "primitive", "method"), CASES)
def test_primitive_passes_the_test_of_the_real_one(tests, attribute, primitive, method):
    if (primitive, method) in NOT_HELD:
        pytest.skip(NOT_HELD[primitive, method])
    made = getattr(model.module("threading"), primitive)
    made_by = {attribute: staticmethod(made)}
    cpython.check(lambda: type(tests, (getattr(MODULE, tests),), made_by)(method))
