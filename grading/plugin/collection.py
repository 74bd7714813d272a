"""Collects a suite: each test function becomes one test in the model world and a repeated one in the live world."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from grading import faces, live
from grading.engine import model
from grading.engine import pace as model_pace
from grading.instrument import compile_source

REPETITIONS = 20  # of a test in the live world, unless its marker or --count says otherwise
_TOPIC = re.compile(r"\d\d_\w+")
_WORLD = "_threadlings_world"


def _provide_helpers() -> None:
    """The suite's vocabulary, loaded over virtual threads for the model world."""
    source = Path(__file__).parent.parent / "testing.py"
    model.provide("grading.pace", model_pace)
    code = compile(source.read_bytes(), str(source), "exec", dont_inherit=True)
    model.provide(
        "grading.testing", model.new_module(code, "grading.testing", str(source), helper=True)
    )


_provide_helpers()


class Suite(pytest.Module):
    """A suite's file, imported once into each world."""

    def _getobj(self) -> ModuleType:
        code = compile_source(self.path.read_bytes(), str(self.path))
        faces.trusted.add(str(self.path))
        name = f"{self.path.parent.name}.{self.path.stem}"
        self.modules = {
            "model": model.new_module(code, name, str(self.path)),
            "live": live.new_module(code, name, str(self.path)),
        }
        return self.modules["live"]

    @contextmanager
    def in_model(self) -> Iterator[None]:
        """While inside, the suite's name in `sys.modules` is that of the module whose classes the engine meets."""
        name = self.obj.__name__
        sys.modules[name] = self.modules["model"]
        try:
            yield
        finally:
            sys.modules[name] = self.modules["live"]

    @property
    def is_own(self) -> bool:
        """Whether what is judged is a test file of the learner's own."""
        return bool(self.config.getoption("own"))

    def solution(self) -> Path:
        """The file that is judged."""
        folder = self.config.getoption("submission") or self.config.rootpath / "exercises"
        if self.is_own:
            return Path(folder) / f"{self.path.stem.removeprefix('test_')}.py"
        return Path(folder) / self.path.parent.name / f"{self.path.stem.removeprefix('test_')}.py"


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> Suite | None:
    """Take the files of a topic; all other test files are plain pytest."""
    if _TOPIC.fullmatch(module_path.parent.name):
        return Suite.from_parent(parent, path=module_path)
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(
    collector: pytest.Collector, name: str, obj: object
) -> list[pytest.Item] | None:
    """Make the tests of a function in the worlds where it runs."""
    if isinstance(collector, Suite) and collector.istestfunction(obj, name):
        return list(_tests(collector, name, obj))
    return None


def _tests(suite: Suite, name: str, function: Any) -> Iterator[pytest.Item]:
    marks = {mark.name: mark for mark in getattr(function, "pytestmark", ())}
    worlds = marks["world"].args if "world" in marks else ("model", "live")
    for world in worlds:
        if world == "live" and suite.config.getoption("glance") is not None:
            continue
        if world not in suite.modules:
            raise suite.CollectError(
                f'{suite.path}: {name}: a world is "model" or "live", not {world!r}'
            )
        made = getattr(suite.modules[world], name)
        setattr(made, _WORLD, world)
        own = marks["repetitions"].args[0] if "repetitions" in marks else REPETITIONS
        _repeat(made, suite.config.getoption("count"), world, own)
        for item in suite._genfunctions(name, made):
            item.obj = made
            yield item


def _repeat(function: Callable[..., object], count: int, world: str, own: int) -> None:
    """Let pytest-repeat do the `own` live repetitions; `--count` holds for both worlds."""
    times = count if count > 1 or world == "model" else own
    pytest.mark.repeat(times)(function)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run a suite's tests in the model world first: chance decides whether real threads hang, and then all ends."""
    items[:] = [
        item for _, group in groupby(items, suite_of) for item in sorted(group, key=_is_live)
    ]


def _is_live(item: pytest.Item) -> bool:
    return suite_of(item) is not None and world_of(item) == "live"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Name the world in the test's id: `test_x[model]`, `test_x[live-20-1]`."""
    world = getattr(metafunc.function, _WORLD, None)
    if world is not None:
        metafunc.fixturenames.append("world")
        metafunc.parametrize("world", [world])


def suite_of(item: pytest.Item) -> Suite | None:
    """The suite that an item belongs to, or None for a plain test."""
    return item.parent if isinstance(item.parent, Suite) else None


def world_of(item: pytest.Item) -> str:
    """The world that a suite's item runs in."""
    assert isinstance(item, pytest.Function)
    return str(getattr(item.obj, _WORLD))
