"""Which variables count as shared, and by which name they go."""

import ast
import textwrap

import pytest

from grading.instrument.analysis import analyse


def shared(source):
    """Each shared variable of the file as "scope: name"."""
    scopes = analyse(ast.parse(textwrap.dedent(source))).values()
    owners = {(scope.owner(name), name) for scope in scopes for name in scope.variables}
    return {f"{o.qualname}: {name}" for o, name in owners if o.shared_in(name)}


GLOBALS = {
    "declared and bound in a function": ("n = 0\ndef f():\n global n\n n += 1", {"n"}),
    "declared only": ("n = 0\ndef f():\n global n\n return n", set()),
    "bound at module level only": ("n = 0\nn = 1\ndef f(): return n", set()),
    "a local of the same name": ("n = 0\ndef f():\n n = 1", set()),
    "declared at module level": ("global n\nn = 0\ndef f(): return n", set()),
    "bound by for": ("def f():\n global n\n for n in (): pass", {"n"}),
    "bound by import": ("def f():\n global n\n import n.m", {"n"}),
    "bound by def": ("def f():\n global n\n def n(): pass", {"n"}),
    "bound by with": ("def f():\n global n\n with x as (n, *m): pass", {"n"}),
    "bound by a walrus in a comprehension": ("def f():\n global n\n [n := 1 for _ in x]", {"n"}),
    "bound in a method": ("class A:\n def f(self):\n  global n\n  n = 1", {"n"}),
    "a private name": ("class A:\n def f(self):\n  global __n\n  __n = 1", {"_A__n"}),
    "below a declaration": (
        "def f():\n n = 1\n def g():\n  global n\n  n = 2\n  def h(): return n",
        {"n"},
    ),
}


@pytest.mark.parametrize("case", GLOBALS)
def test_a_global_is_shared_if_a_function_binds_it(case):
    source, names = GLOBALS[case]
    assert shared(source) == {f"<module>: {name}" for name in names}


SAFE = {
    "a parameter": "def f(n): return lambda: n",
    "every kind of parameter": "def f(n, /, o, *p, q, **r): return lambda: (n, o, p, q, r)",
    "assigned once before": "def f():\n n = 1\n def g(): return n",
    "unpacked once before": "def f():\n n, m = 1, 2\n def g(): return n, m",
    "annotated and assigned once before": "def f():\n n: int = 1\n def g(): return n",
    "with-bound once before": "def f():\n with x as n: g(lambda: n)",
    "a function that calls itself": "def f():\n def n(): n()",
    "functions that call each other": "def f():\n def n(): m()\n def m(): n()",
    "a class": "def f():\n class n:\n  def g(self): return n",
    "an import": "def f():\n import n\n return lambda: n",
    "a list comprehension": "def f():\n for n in (): [n for _ in x]",
    "a generator expression": "def f():\n for n in (): g(n for _ in x)",
    "a class body": "def f():\n for n in ():\n  class A: m = n",
    "a comprehension's own variable": "def f(): return [n for n in x]",
    "a class variable": "class A:\n n = 1\n n = 2\n def g(self): return n",
    "no inner function": "def f():\n n = 1\n n = 2",
    "an inner function with its own": "def f():\n n = 1\n n = 2\n def g(n): return n",
    "default of an inner function": "def f():\n for n in (): g(lambda n=n: n)",
    "first iterable of a comprehension in a lambda's default": (
        "def f():\n for n in (): g(lambda m=[o for o in n]: m)"
    ),
}


@pytest.mark.parametrize("case", SAFE)
def test_a_captured_variable_that_never_changes_is_not_shared(case):
    assert shared(SAFE[case]) == set()


CHANGING = {
    "a nonlocal write": ("def f():\n n = 0\n def g():\n  nonlocal n\n  n += 1", "f: n"),
    "a nonlocal write in a class body": ("def f(n):\n class A:\n  nonlocal n\n  n = 1", "f: n"),
    "a nonlocal write two levels up": (
        "def f():\n n = 0\n def g():\n  def h():\n   nonlocal n\n   n = 1",
        "f: n",
    ),
    "a parameter that is bound again": ("def f(n):\n n = n or 1\n return lambda: n", "f: n"),
    "assigned twice": ("def f():\n n = 1\n def g(): return n\n n = 2", "f: n"),
    "assigned after": ("def f():\n def g(): return n\n n = 2", "f: n"),
    "assigned from what captures it": ("def f():\n n = g(lambda: n)", "f: n"),
    "assigned in a loop": ("def f():\n while x:\n  n = 1\n  g(lambda: n)", "f: n"),
    "defined in a loop": ("def f():\n while x:\n  def n(): n()", "f: n"),
    "a loop variable": ("def f():\n for n in x: g(lambda: n)", "f: n"),
    "part of a loop variable": ("def f():\n for m, [*n] in x: g(lambda: n)", "f: n"),
    "augmented": ("def f():\n n = 1\n n += 1\n return lambda: n", "f: n"),
    "deleted": ("def f():\n n = 1\n g(lambda: n)\n del n", "f: n"),
    "an exception's name": ("def f():\n try: x\n except E as n: g(lambda: n)", "f: n"),
    "a walrus in a loop's test": ("def f():\n while n := x(): g(lambda: n)", "f: n"),
    "a walrus in a comprehension": ("def f():\n [n := m for m in x]\n return lambda: n", "f: n"),
    "a comprehension's variable": (
        "def f(): return [lambda: n for n in x]",
        "f.<locals>.<listcomp>: n",
    ),
    "a generator's variable at module level": ("x = (lambda: n for n in y)", "<genexpr>: n"),
    "captured in a comprehension's lambda": (
        "def f():\n for n in x: [lambda: n for _ in x]",
        "f: n",
    ),
    "captured by a method": (
        "def f():\n for n in x:\n  class A:\n   def m(self): return n",
        "f: n",
    ),
    "owned by a method": (
        "class A:\n def f(self):\n  for n in x: g(lambda: n)",
        "A.f: n",
    ),
    "owned by an inner function": (
        "def f():\n def g():\n  for n in x: h(lambda: n)",
        "f.<locals>.g: n",
    ),
    "declared without a value": ("def f():\n n: int\n def g():\n  nonlocal n\n  n = 1", "f: n"),
    "a private name": (
        "class A:\n def f(self):\n  for __n in x: g(lambda: __n)",
        "A.f: _A__n",
    ),
    "a match pattern's name in a loop": (
        "def f():\n while x:\n  match x:\n   case {'k': [*n]}: g(lambda: n)",
        "f: n",
    ),
}


@pytest.mark.parametrize("case", CHANGING)
def test_a_captured_variable_that_can_change_is_shared(case):
    source, variable = CHANGING[case]
    assert shared(source) == {variable}


def test_each_scope_sees_the_variable_that_the_language_says():
    tree = ast.parse(
        textwrap.dedent("""
        def f():
            n = 0
            n = 1
            class A:
                n = 2
                def g(self): return n
            return [lambda: n for n in x], [m for m in x]
        """)
    )
    scopes = {scope.qualname: scope for scope in analyse(tree).values()}
    assert scopes["f.<locals>.A.g"].owner("n") is scopes["f"]
    assert scopes["f.<locals>.A"].owner("n") is scopes["f.<locals>.A"]
    assert scopes["f.<locals>.<listcomp>.<locals>.<lambda>"].owner("m") is scopes["<module>"]
