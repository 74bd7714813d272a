"""Runs a test module of the standard library, with or without switch points.

    python stdlib_run.py {plain,rewritten} RESULT.json test.MODULE

The modules of `LIBRARY` are loaded anew for it, without their C accelerators, and rewritten like
the test module itself. RESULT.json gets the number of sites, and the outcome of each test by its
id. With EXPLAIN in the environment, failures are written to stderr.
"""

import builtins
import contextlib
import importlib
import importlib.machinery
import io
import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from grading.instrument import PASSIVE_HOOKS, SITES, compile_source

LIBRARY = [
    *("argparse", "ast", "base64", "bisect", "calendar", "collections", "colorsys", "configparser"),
    *("contextlib", "copy", "csv", "dataclasses", "decimal", "difflib", "enum", "fnmatch"),
    *("fractions", "functools", "glob", "graphlib", "heapq", "html", "ipaddress", "json"),
    *("keyword", "numbers", "operator", "pathlib", "pprint", "queue", "random", "reprlib"),
    *("sched", "shlex", "shutil", "statistics", "string", "tempfile", "textwrap", "tokenize"),
    *("traceback", "types", "typing", "weakref", "_collections_abc", "_weakrefset"),
]
ACCELERATORS = [
    *("_json", "_heapq", "_bisect", "_functools", "_operator", "_statistics", "_queue"),
]


class Loader(importlib.machinery.SourceFileLoader):
    """Always compiles from source; `rewritten` says how."""

    rewritten = False

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        source = self.get_data(path)
        if self.rewritten:
            return compile_source(source, path)
        return compile(source, path, "exec", dont_inherit=True)


class Finder:
    """Gives the loader to the library modules and the test module with its parts."""

    def __init__(self, module):
        self.module = module

    def find_spec(self, fullname, path=None, target=None):
        if fullname.split(".")[0] not in LIBRARY and not fullname.startswith(self.module):
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = Loader(spec.loader.name, spec.loader.path)
        return spec


class Outcomes(unittest.TestResult):
    """test id: the worst that was reported of it."""

    def __init__(self):
        super().__init__()
        self.outcomes = {}

    def note(self, test, outcome):
        key = str(test.id())
        self.outcomes[key] = max(self.outcomes.get(key, ""), outcome)

    def addSuccess(self, test):
        self.note(test, "1 passed")

    def addSkip(self, test, reason):
        self.note(test, "2 skipped")

    def addExpectedFailure(self, test, error):
        self.note(test, "3 failed as expected")

    def addUnexpectedSuccess(self, test):
        self.note(test, "4 passed against expectation")

    def addFailure(self, test, error):
        self.note(test, "5 failed")
        self.explain(test, error)

    def addError(self, test, error):
        self.note(test, f"6 {error[0].__name__}")
        self.explain(test, error)

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.addFailure(test, error)

    def explain(self, test, error):
        if os.environ.get("EXPLAIN"):
            print(test.id(), self._exc_info_to_string(error, test), sep="\n", file=sys.__stderr__)


def run(module):
    """The outcomes of the tests in `module`."""
    from test import support

    support.use_resources = ()
    result = Outcomes()
    with contextlib.suppress(unittest.SkipTest), contextlib.redirect_stdout(io.StringIO()):
        tests = importlib.import_module(module)
        unittest.defaultTestLoader.loadTestsFromModule(tests).run(result)
    return result.outcomes


def main(mode, target, module):
    Loader.rewritten = mode == "rewritten"
    for name, hook in PASSIVE_HOOKS.items():
        setattr(builtins, name, hook)
    for name in list(sys.modules):
        if name.split(".")[0] in LIBRARY:
            del sys.modules[name]
    sys.modules.update(dict.fromkeys(ACCELERATORS))
    sys.meta_path.insert(0, Finder(module))
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        outcomes = run(module)
        os.chdir(here)
    Path(target).write_text(json.dumps([len(SITES), outcomes]))


if __name__ == "__main__":
    main(*sys.argv[1:])
