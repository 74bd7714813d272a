import linecache
import sys

import pytest

from grading.engine import naming


class Box:
    """Keeps things; whoever asks by a property is found out."""

    __slots__ = ("kept", "missing")

    def __init__(self, kept):
        self.kept = kept

    @property
    def asked(self):
        raise AssertionError("the program's code was run")


def at(line, function, thing, /, **names):
    """What `function(thing, frame)` gives in a frame that executes `line` with these variables."""
    found = []
    names["here"] = lambda *args: found.append(function(thing, sys._getframe(1)))
    linecache.cache["named.py"] = (1, None, [line + "\n"], "named.py")
    exec(compile("here()", "named.py", "exec"), names)
    return found[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("thing.append(1)", "thing"),
        ("box.kept.append(1)", "box.kept"),
        ("other.append(box.asked, box.missing)", ""),
        ("f('thing')  # thing", "thing"),
    ],
)
def test_thing_has_the_name_that_the_line_gives_it(line, name):
    thing = []
    assert at(line, naming.name_of, thing, thing=thing, other=[], box=Box(thing)) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("with first, second:", "second"),
        ("with locks[n % 2]:", "locks[n % 2]"),
        ("locks[n].acquire()", "locks[n]"),
        ("with condition as c:", "condition"),
        ("with a(), b():", ""),
        ("enter(x)", ""),
    ],
)
def test_lock_has_the_name_or_the_expression_on_the_line(line, name):
    lock = object()
    assert at(line, naming.name_of_lock, lock, first=1, second=lock) == name


def test_items_are_those_of_that_container_only():
    thing, other = {}, {}
    line = "thing['a'] = other['b'] + thing[key] + thing[f(1)]"
    found = at(line, naming.subscripts_of, thing, thing=thing, other=other, key=7)
    assert found[:2] == ["a", 7]
    assert "b" not in found
