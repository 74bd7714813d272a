"""Where the points are: each right before what it announces, in the interpreter's own order."""

import textwrap

import pytest

from tests.kit.instrument.running import assert_same_meaning, logged

# Body of `run()`; the points ("?kind name") and what the objects saw, in order.
CASES = {
    "read an attribute": ("x = traced(n=1); x.n", "?call traced, ?read n, get n"),
    "write an attribute": ("x = t; x.n = note('value')", "?call note, value, ?write n, set n"),
    "delete an attribute": ("del t.n", "?write n, del n"),
    "read an item": ("i = 1; t[i]", "?read [], get [1]"),
    "write an item": ("t[-1] = 2", "?write [], set [-1]"),
    "delete an item": ("del t[0]", "?write [], del [0]"),
    "an index that is evaluated": (
        "t[note('index', 1)]",
        "?read [], ?call note, index, ?read [], get [1]",
    ),
    "a slice that is evaluated": (
        "t[note('from', 1):note('to', 2)]",
        "?read [], ?call note, from, ?call note, to, ?read [], get [slice(1, 2, None)]",
    ),
    "an index of several parts": (
        "t[1:2, note('last', 3)]",
        "?read [], ?call note, last, ?read [], get [(slice(1, 2, None), 3)]",
    ),
    "an index whose last part is constant": (
        "t[note('first', 1), :2]",
        "?read [], ?call note, first, ?read [], get [(1, slice(None, 2, None))]",
    ),
    "an index with a star": (
        "t[1:2, *note('rest', (3, 4))]",
        "?read [], ?call note, rest, ?read note(), ?read [], get [(slice(1, 2, None), 3, 4)]",
    ),
    "functions in headers": (
        "def f(g=lambda: t.n): g()\nf()\nh = lambda g=lambda: t.n: g()\nh()",
        "?call f, ?call g, ?read n, get n, ?call h, ?call g, ?read n, get n",
    ),
    "functions in decorators": ("@(lambda f: t.n)\ndef g(): pass", "?read n, get n"),
    "an item of a literal is nobody else's": ("i = 0; (1, 2)[i]", ""),
    "add to an attribute": ("t.n += 1", "?read n, get n, ?+=, ?write n, set n"),
    "add to an attribute of an attribute": (
        "u = traced(t=t); u.t.n += note('value', 1)",
        "?call traced, ?read t, get t, ?read n, get n, ?call note, value, ?+=, ?write n, set n",
    ),
    "add to an item": (
        "t[note('index', 5)] -= 1",
        "?call note, index, ?read [], get [5], ?-=, ?write [], set [5]",
    ),
    "add to a slice": (
        "t[note('from', 1):] += 1",
        "?call note, from, ?read [], get [slice(1, None, None)], ?+=, ?write [],"
        " set [slice(1, None, None)]",
    ),
    "add to a local": ("n = 0; n += note('value', 1)", "?call note, value, ?+="),
    "read a global": ("bump(None); note(counter)", "?call bump, ?call note, ?read counter, 0"),
    "write a global": ("bump(1)", "?call bump, ?read counter, ?+=, ?write counter"),
    "unpack into a global": (
        "unpack()",
        "?call unpack, ?read other, ?read counter, ?write counter, ?write other",
    ),
    "call a shared name": ("swap()(1)", "?call swap, ?call swap(), 1"),
    "call a method": ("[].append(note('x'))", "?call append, ?call note, x"),
    "call a method of an attribute": (
        "u = traced(t=[]); u.t.append(1)",
        "?call traced, ?read t, get t, ?call append",
    ),
    "a for loop": (
        "xs = [1, 2]\nfor x in xs: note(x)",
        "?read xs, ?loop, ?call note, 1, ?loop, ?call note, 2",
    ),
    "a for loop into an attribute": (
        "for t.n in (1, 2): pass",
        "?write n, set n, ?loop, ?write n, set n, ?loop",
    ),
    "a while loop": (
        "xs = [1]\nwhile xs: xs.pop()",
        "?read xs, ?loop, ?call pop, ?read xs",
    ),
    "comprehension": (
        "xs = [t]; [x.n for x in xs if x]",
        "?read xs, ?read x, ?read n, get n",
    ),
    "comparison": ("a, b = [], []; a == b in [a]", "?read a, ?read b, ?read (...)"),
    "identity has no contents": ("a, b = [], []; a is b is not None", ""),
    "comparison of attributes": ("0 < t.n", "?read n, get n, ?read n"),
    "tests": ("a, b = [], 1; not a and (1 if b else 2)", "?read a, ?read b"),
    "assert": ("a = [1]\nassert a", "?read a"),
    "starred": (
        "xs = [1]; d = {}; dict(*[], **d); [*xs]; {**d}",
        "?call dict, ?read d, ?read xs, ?read d",
    ),
    "f-string": ("x, w = 1, 5; f'{x!r:>{w}} {x=}'", "?read x, ?read w, ?read x"),
    "except": ("try: t.m\nexcept t.E: pass", "?read m, get m, ?read E, get E"),
    "with": (
        "with lock as t.n, lock: note('body')",
        "enter, ?write n, set n, enter, ?call note, body, exit, exit",
    ),
    "match": (
        "match t.n:\n case 1 if t: note('one')",
        "?read n, get n, ?read n, ?read t, ?call note, one",
    ),
    "excluded callables": ("locals(); vars(); dir(); eval('1')", "?call eval"),
    "vars of an object": ("vars(traced)", "?call vars"),
    "operators": (
        "a, b = [1], [2]; a + b * 2; 1 + len(a) - 1; '%s' % (a,); t.n + 1; (t.n or 1) + 1",
        "?*, ?+, ?call len, ?%, ?read n, get n, ?read n, get n, ?read n",
    ),
    "add a number to a local": ("n = 0; n += 1; n -= 1.5", ""),
    "multiply a local": ("n = [0]; n *= 2", "?*="),
    "contents of a call's result": (
        "f = lambda: [1]\nif f() and not f(): pass\nf() == [f()]",
        "?call f, ?read f(), ?call f, ?read f(), ?call f, ?read f(), ?call f, ?read (...)",
    ),
    "a built-in's fresh result": (
        "if len([1]) == 1: note(len([2]) > 1)",
        "?call len, ?call note, ?call len, False",
    ),
    "unpacking": (
        "xs = [1, [2]]; a, (b,) = xs; (c, d), e = xs, 1; [f] = note('made', [1])",
        "?read xs, ?read (...), ?call note, made, ?read note()",
    ),
    "a for loop that unpacks": (
        "for a, b in zip([1], [2]): pass",
        "?call zip, ?read zip(), ?read zip(), ?loop",
    ),
    "yield from": (
        "def g(xs): yield from xs\nlist(g(t.n for _ in [1]))",
        "?call list, ?call g, ?read xs, ?read n, get n",
    ),
    "class pattern": (
        "match t:\n case int(): pass\n case AttributeError(args=()): pass",
        "?read t",
    ),
    "a display that is compared": ("a = [1]; (a, 1) == ([1], 1)", "?read (...)"),
    "a generator as an argument": ("note(sum(n for n in [1, 2]))", "?call note, ?call sum, 3"),
    "dunder names": ("if __debug__: note('x')", "?call note, x"),
    "mangled names": (
        "Private().go()",
        "?call Private, ?call go, ?write _Private__n, ?read _Private__n, ?call _Private__get,"
        " ?read _Private__n",
    ),
    "walrus": ("walrus()", "?call walrus, ?write counter, ?call note, ?read counter, 3"),
    "loop variable of a closure": (
        "late()",
        "?call late, ?write i, ?loop, ?call append, ?write i, ?loop, ?call append, ?read calls,"
        " ?call call, ?read i, ?call call, ?read i",
    ),
    "delete a global": (
        "global gone\ngone = 1\ndel gone",
        "?write gone, ?write gone",
    ),
    "with into a global": (
        "global counter\nwith lock as counter, lock: pass",
        "enter, ?write counter, enter, exit, exit",
    ),
    "import and define globals": (
        "global os, helper\nimport os\ndef helper(): pass",
        "?write os, ?write helper",
    ),
}
PRELUDE = """
counter = other = 0
t, lock = traced(n=1, E=AttributeError), traced()

def bump(n):
    global counter
    if n is not None: counter += n

def unpack():
    global counter, other
    counter, other = other, counter

def swap():
    global swap
    return note

def walrus():
    global counter
    (counter := 3)
    note(counter)

def late():
    calls = []
    for i in (1, 2):
        calls.append(lambda: i)
    return [call() for call in calls]

class Private:
    def go(self):
        self.__n = 1
        return self.__n, self.__get()
    def __get(self):
        return self.__n
"""


def program(body: str) -> str:
    return PRELUDE + "def run():\n" + textwrap.indent(body, "    ")


@pytest.mark.parametrize("case", CASES)
def test_a_point_stands_right_before_each_operation(case):
    body, expected = CASES[case]
    assert ", ".join(logged(program(body))) == expected


@pytest.mark.parametrize("case", CASES)
def test_points_change_nothing(case):
    assert_same_meaning(program(CASES[case][0]))
