"""A small project of suites and solutions, and pytest run on it in a process of its own."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[3]

CONFIGURATION = f"""
[tool.pytest.ini_options]
pythonpath = ["{ROOT.as_posix()}"]
addopts = "--import-mode=importlib -p no:cacheprovider -p pytest_repeat -p pytest_timeout"
timeout = 60
"""
# A thread that is left behind is given up early: nothing that is tested here ends by itself later.
CONFTEST = """
import grading.live

pytest_plugins = ["grading.plugin"]
grading.live._GRACE = 0.1
"""
IMPORTS = """
import threading, time
from concurrent.futures import ThreadPoolExecutor
import pytest
from grading.testing import Call, Gate, Meeting, expect, expect_error, expect_type, no_polling, settle
"""
REPORTING = """
import sys

import pytest
from grading import judged

with open("report", "w", encoding="utf-8") as report:
    sys.exit(pytest.main(sys.argv[1:], plugins=[judged.reporter(report, "n0nce")]))
"""
INDEX = 'imports = ["concurrent.futures", "pytest", "queue", "sys", "threading", "time"]\n'
ENTRY = """
[[exercise]]
id = "03_demo/{name}"
title = "A demonstration"
points = 2
defines = ["{defines}"]
hints = ["one", "two", "three"]
"""


class Lab:
    """Suites are tests/03_demo/test_NAME.py, solutions exercises/03_demo/NAME.py."""

    def __init__(self, root):
        self.root = root
        self.write("pyproject.toml", CONFIGURATION)
        self.write("tests/conftest.py", CONFTEST)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")

    def exercise(self, suite, solution=None, *, name="x", defines=None):
        """A suite, its solution unless that is missing, its entry in the index if it defines something."""
        self.write(f"tests/03_demo/test_{name}.py", IMPORTS + textwrap.dedent(suite))
        if solution is not None:
            self.write(f"exercises/03_demo/{name}.py", solution)
        if defines:
            index = self.root / "exercises/index.toml"
            before = index.read_text() if index.exists() else INDEX
            self.write("exercises/index.toml", before + ENTRY.format(name=name, defines=defines))

    def run(self, *options):
        """Run pytest; gives its outcomes by id of the test, and what it printed."""
        return self._run(["-m", "pytest"], *options)

    def _run(self, program, *options):
        command = [sys.executable, *program, "--junitxml=junit.xml", *options, "tests"]
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
        inherited["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # whatever else is installed takes time
        inherited["PYTHONPATH"] = str(ROOT)
        result = subprocess.run(
            command, cwd=self.root, env=inherited, capture_output=True, text=True, timeout=100
        )
        return Ran(result, self.root / "junit.xml")

    def report(self, *options):
        """What the judge is told: the lines of the report."""
        self._run(["-c", REPORTING], *options)
        return [json.loads(line) for line in (self.root / "report").read_text().splitlines()]


class Ran:
    """One run of pytest: `texts` holds what a failed test says, None for a passed one, by `file::test[id]`."""

    def __init__(self, result, junit):
        self.ret = result.returncode
        self.output = result.stdout + result.stderr
        cases = ElementTree.parse(junit).iter("testcase") if junit.exists() else ()
        self.texts = {_id(case): _text(case) for case in cases}
        junit.unlink(missing_ok=True)

    @property
    def failed(self):
        """The failed tests."""
        return [name for name, text in self.texts.items() if text]

    def text(self, name, file="x"):
        """What one test says; "" if it passed."""
        return self.texts[f"{file}::{name}"]


def _id(case):
    file = case.get("classname").rpartition(".")[2].removeprefix("test_")
    return f"{file}::{case.get('name')}"


def _text(case):
    return "\n".join(child.text or "" for child in case if child.tag in ("failure", "error"))
