import concurrent.futures
import contextlib
import operator
import os
import queue
import sys
import threading
import time
import types

import pytest

from grading import faces
from grading.engine import model
from grading.live import new_module


@pytest.fixture(params=["model", "live"])
def solution(request, monkeypatch):
    """Executes the source of a solution in each world; gives its module."""
    monkeypatch.setattr(
        faces, "_allowed", ("concurrent.futures", "contextlib", "operator", "os", "queue")
    )
    faces.allow((*faces._allowed, "sys", "threading", "time", "types"), "03_demo.x")
    yield lambda source: make(request.param, source)
    faces.allow(None, "")


def make(world, source):
    create = model.new_module if world == "model" else new_module
    return create(compile(source, "demo_x.py", "exec"), "03_demo.x", "demo_x.py")


@pytest.mark.parametrize(
    "internal",
    [
        *("threading._sys", "queue.threading", "queue.types", "contextlib.os", "contextlib.sys"),
        *(
            "os.sys",
            "os._exit",
            "sys.settrace",
            "sys.meta_path",
            "types.CodeType",
            "time.__loader__",
        ),
        *("threading._active", "concurrent.futures._base.os", "threading.__spec__"),
    ],
)
def test_what_a_module_has_inside_is_not_there(solution, internal):
    package = internal.rpartition(".")[0]
    with pytest.raises(AttributeError):
        solution(f"import {package}\n{internal}")


@pytest.mark.parametrize(
    "source",
    [
        "from queue import threading",
        "from concurrent import futures\nimport concurrent.futures.thread\nfutures.thread.os",
        "import gc",
        "__import__('gc')",
        "import concurrent.futures._base as base\nbase.threading",
    ],
)
def test_nothing_else_can_be_imported(solution, source):
    with pytest.raises((ImportError, AttributeError)):
        solution(source)


def test_what_is_public_is_the_same_as_in_the_module(solution):
    module = solution(
        "import concurrent.futures, contextlib, operator, os.path, queue, sys, threading\nimport time as clock\n"
        "from concurrent.futures import ThreadPoolExecutor, as_completed\n"
        "from threading import *\n"
        "from time import *\n"
        "from concurrent.futures._base import Future\n"
        "first = [Thread, sleep, Lock]\n"
        "second = [threading.Thread, clock.sleep, threading.Lock]\n"
        "pool = concurrent.futures.Future is Future\n"
        "joined = os.path.join('a', 'b')\n"
        "own = sys.modules[__name__]\n"
        "names = threading.__name__, dir(queue)\n"
    )
    assert module.first == module.second and module.pool
    assert module.joined == os.path.join("a", "b")
    assert module.own is sys.modules["03_demo.x"]
    assert module.names[0] == "threading" and "Queue" in module.names[1]


def test_what_belongs_to_everybody_stays_as_it_is(solution):
    sleep = time.sleep
    with pytest.raises(AttributeError, match="belongs to everybody"):
        solution("import time\ntime.sleep = print")
    with pytest.raises(AttributeError, match="belongs to everybody"):
        solution("import threading\ndel threading.Thread")
    assert time.sleep is sleep


def test_the_hook_for_what_escapes_a_thread_can_be_exchanged():
    faces.allow(("threading",), "03_demo.x")
    before = threading.excepthook
    try:
        module = make(
            "live", "import threading\nformer = threading.excepthook\nthreading.excepthook = print"
        )
        assert module.former is before and threading.excepthook is print
    finally:
        threading.excepthook = before
        faces.allow(None, "")


def test_an_attribute_is_got_by_an_honest_name_only(solution):
    assert (
        solution("from operator import attrgetter\nname = attrgetter('__name__')(len)").name
        == "len"
    )
    with pytest.raises(AttributeError):
        solution("import operator\noperator.attrgetter('__se' + 'lf__')(len)")


def test_suites_and_the_standard_library_get_the_modules(solution, monkeypatch):
    monkeypatch.setattr(faces, "trusted", {"demo_x.py"})
    assert solution("import contextlib\nos = contextlib.os").os is not None


def test_without_a_list_of_imports_nothing_is_hidden():
    assert make("live", "import contextlib\nfound = contextlib.os").found is os


def test_a_face_is_a_module(solution):
    for module in (concurrent.futures, contextlib, operator, queue):
        assert isinstance(faces.face(module), types.ModuleType)
        assert faces.behind(faces.face(module)) is module
