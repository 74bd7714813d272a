"""CPython's own tests in the model world."""

import functools
import gc
import importlib
import importlib.util
import unittest
from pathlib import Path

import pytest

from grading.engine import model, reproduce
from grading.engine.strategies import OPERATION, Noted, RandomWalk, Replay
from grading.engine.trace import Schedule

WALKS = 20
STEPS = 20_000  # of all walks together; longer executions are walked less often


def load(name):
    """The module `test.NAME` in the model world; None where this Python comes without it."""
    try:
        found = importlib.util.find_spec(f"test.{name}")
    except ModuleNotFoundError:
        return None
    return None if found is None else _load(f"test.{name}", Path(found.origin))


@functools.cache
def _load(name, path):
    _provide_support()
    package = name.rpartition(".")[0]
    source = path.read_text(encoding="utf-8").replace("from .", f"from {package}.")
    if "lock_tests" in source:
        load("lock_tests")
    for sibling in ("util", "executor"):
        if f"from {package}.{sibling} " in source:
            load(f"{package.removeprefix('test.')}.{sibling}")
    module = _new_module(source, name, path)
    model.provide(name, module)
    return module


@functools.cache
def _provide_support():
    from test import support as real
    from test.support import import_helper, threading_helper

    path = Path(__file__).with_name("cpython_support.py")
    support = _new_module(path.read_text(encoding="utf-8"), "test.support", path)

    def find(name):
        for module in (real, threading_helper, import_helper):
            if hasattr(module, name):
                return getattr(module, name)
        try:
            return importlib.import_module(f"test.support.{name}")
        except ImportError:
            raise AttributeError(name) from None

    support.__getattr__ = find
    support.threading_helper = support.import_helper = support
    for name in ("", ".threading_helper", ".import_helper"):
        model.provide(f"test.support{name}", support)


def _new_module(source, name, path):
    code = compile(source, str(path), "exec", dont_inherit=True)
    return model.new_module(code, name, str(path), helper=True)


def check(case):
    """One case of unittest passes under the default schedule and under random walks."""

    def body():
        case().debug()

    gc.freeze()  # so that a case that collects garbage goes through its own
    try:
        _check(reproduce.Test(body, punctual=True))
    finally:
        gc.unfreeze()


def _check(test):
    chooser = Noted(Replay(Schedule()))
    execution = test.execute(chooser)
    _judge(execution)
    walks = max(1, min(WALKS, STEPS // max(1, execution.steps)))
    for seed in range(walks if chooser.decisions else 0):
        _judge(test.execute(RandomWalk(seed, {OPERATION})))


def _judge(execution):
    if execution.failure is None:
        return
    if isinstance(execution.failure.error, unittest.SkipTest):
        pytest.skip(str(execution.failure.error))
    raise AssertionError(execution.failure.message)
