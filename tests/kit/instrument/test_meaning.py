"""A rewritten program does what the program does: same results, same order, same errors."""

import sys
import textwrap
import traceback

import pytest

from grading.instrument import PASSIVE_HOOKS
from tests.kit.instrument.programs import NEWER_PROGRAMS, PROGRAMS
from tests.kit.instrument.running import assert_same_meaning, run


@pytest.mark.parametrize("name", PROGRAMS)
def test_points_do_not_change_what_a_program_does(name):
    assert_same_meaning(PROGRAMS[name])


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_gets_as_far_as_its_result(name):
    result, _ = run(PROGRAMS[name])
    assert not (isinstance(result, tuple) and isinstance(result[0], type)), result


@pytest.mark.parametrize(("version", "name"), NEWER_PROGRAMS)
def test_newer_syntax_keeps_its_meaning(version, name):
    if sys.version_info < version:
        pytest.skip(f"needs Python {version[0]}.{version[1]}")
    assert_same_meaning(NEWER_PROGRAMS[version, name])


@pytest.mark.parametrize(
    "body",
    [
        "missing",
        "missing.n",
        "missing += 1",
        "print(n)\n    n = 1",
        "[].n",
        "[].n()",
        "{}['k']",
        "{}[[]] = 1",
        "t = 1; t.n = 2",
        "t = 1; t.n += 2",
        "t = (1,); t[0] += 2",
        "n = 1; n()",
        "n = 1; n += 'a'",
        "d = {'n': 'a'}; d['n'] += 1",
        "a, b = (1, 2, 3)",
        "del n",
        "n = 1; len(*n)",
        "dict(**{1: 2})",
        "for x in 5: pass",
        "n = 5\n    for x in n: pass",
        "1 < 'a'",
        "global g; g += 1",
        "global g; del g",
        "return super().run()",
        "assert [], 'message'",
    ],
)
def test_errors_stay_the_interpreters_own(body):
    source = f"def run():\n    {body}\n"
    assert isinstance(run(source)[0], tuple)
    assert_same_meaning(source)


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("values['n'] = (1 +\n  values['missing'])", 5),
        ("values.update(\n  a=1\n) .missing", 6),
        ("(values\n .copy()\n .popitem()\n .count(1))", 6),
        ("(values\n .missing\n ())", 5),
        ("values.n += (\n 1)", 4),
        ("a, \\\nvalues.n = 1, 2", 5),
    ],
)
def test_a_traceback_points_at_the_learners_line(statement, line):
    body = textwrap.indent(statement, " " * 8)
    source = f"def run():\n    values = {{}}\n    try:\n{body}\n"
    source += "    except Exception as error:\n        return error.__traceback__\n"
    tracebacks = run(source)[0], run(source, lambda log: PASSIVE_HOOKS)[0]
    assert [traceback.extract_tb(found)[0].lineno for found in tracebacks] == [line, line]


def test_a_temporary_keeps_nothing_alive():
    source = """
        import weakref
        class Node: n = 0
        def run():
            node = Node()
            node.next = Node()
            node.next.n += 1
            watch = weakref.ref(node.next)
            del node.next
            return watch() is None, sorted(locals())
        """
    assert run(source)[0][0]
    assert_same_meaning(source)


def test_a_module_keeps_its_names():
    source = """
        "The docstring."
        from __future__ import annotations
        def run(x: undefined = 1):
            "Its docstring."
            names = sorted(n for n in globals() if n not in ("__builtins__", "note", "traced"))
            return __doc__, run.__doc__, run.__annotations__, names
        """
    assert run(source)[0][0] == "The docstring."
    assert_same_meaning(source)
