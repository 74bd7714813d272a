"""The virtual primitives pass CPython's own tests of the real ones (`test.lock_tests`)."""

import importlib.util
from pathlib import Path

import pytest

from grading.engine import model, reproduce
from grading.engine.strategies import OPERATION, Noted, RandomWalk, Replay
from grading.engine.trace import Schedule

if importlib.util.find_spec("test.lock_tests") is None:
    pytest.skip("this Python comes without test.lock_tests", allow_module_level=True)

WALKS = 20
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


def load(path, name):
    code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    return model.new_module(code, name, str(path), helper=True)


def lock_tests():
    """The test module in the model world."""
    support = load(Path(__file__).with_name("lock_tests_support.py"), "test.support")
    support.threading_helper = support
    model.provide("test.support", support)
    return load(Path(importlib.util.find_spec("test.lock_tests").origin), "test.lock_tests")


MODULE = lock_tests()
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
    case = type(tests, (getattr(MODULE, tests),), {attribute: staticmethod(made)})(method)

    def body():
        case.setUp()
        getattr(case, method)()
        case.tearDown()

    test = reproduce.Test(body, punctual=True)
    chooser = Noted(Replay(Schedule()))
    execution = test.execute(chooser)
    assert execution.failure is None, execution.failure.message
    for seed in range(WALKS if chooser.decisions else 0):
        failure = test.execute(RandomWalk(seed, {OPERATION})).failure
        assert failure is None, failure.message
