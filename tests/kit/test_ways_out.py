import ast

import pytest

from grading import ways_out
from grading.index import find, load
from grading.screening import screen

COUNTER = find(load(), "03_locks/counter")
HONEST = """
import threading


class Meta(type):
    def __call__(cls, *args, **kwargs):
        return super().__call__(*args, **kwargs)


class Account(metaclass=Meta):
    \"\"\"Has no __globals__.\"\"\"

    __slots__ = ("_balance", "__dict__", "__weakref__")

    def __init__(self):
        self.__secret = self._balance = 0

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)

    def compile(self):
        return self.__class__.__name__, type(self).__qualname__, self.__doc__, self.__module__

    def __reduce__(self):
        return Account, ()

    def __getattr__(self, name):
        raise AttributeError(name)

    def evaluate(self):
        error = ValueError()
        error.__cause__ = error.__context__ = None
        return error.__traceback__, self.compile.__func__, threading.__excepthook__, vars(self)


def eval(text):
    return text


eval("1"), getattr(Account(), "_balance"), [].__len__(), (1).__add__(1), "{0:>5} {name}".format(1, name=2)
if __name__ == "__main__":
    print(__file__)
"""


@pytest.fixture
def refused(tmp_path):
    """The sentence about a solution, "" if it is accepted."""

    def run(source):
        file = tmp_path / "counter.py"
        file.write_text(source, encoding="utf-8")
        fault = screen(file, COUNTER.imports)
        return fault.sentence if fault else ""

    return run


def test_what_honest_solutions_use_is_no_way_out(refused):
    assert refused(HONEST) == ""


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("bump.__globals__", "__globals__"),
        ("error.__traceback__.tb_frame", "tb_frame"),
        ("getattr(bump, '__closure__')", "__closure__"),
        ("attrgetter('__class__.__subclasses__')", "__subclasses__"),
        ("'{0.__code__}'.format(bump)", "__code__"),
        ("f'{bump.__code__}'", "__code__"),
        ("match bump:\n case object(__globals__=g): pass", "__globals__"),
        ("print.__self__", "__self__"),
        ("exec('x')", "exec"),
        ("run = eval", "eval"),
        ("__builtins__['len']", "__builtins__"),
        ("globals()['__builtins__']", "__builtins__"),
        ("bump.__\uff47lobals__", "__globals__"),
    ],
)
def test_a_way_out_is_refused_with_its_line_and_name(refused, source, name):
    sentence = refused(f"\n\n{source}\n")
    assert f"line 3: a solution has no use for {name}," in sentence or (
        f"line 4: a solution has no use for {name}," in sentence
    )
    assert "\n" not in sentence and sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("getattr", (print, "__se" + "lf__")),
        ("hasattr", (print, "__se" + "lf__")),
        ("setattr", (test_what_honest_solutions_use_is_no_way_out, "__co" + "de__", None)),
        ("delattr", (test_what_honest_solutions_use_is_no_way_out, "__defau" + "lts__")),
    ],
)
def test_a_name_that_is_put_together_is_refused_while_a_solution_is_judged(
    monkeypatch, name, arguments
):
    monkeypatch.setattr(ways_out, "guarding", True)
    with pytest.raises(ways_out.WayOut):
        ways_out.BUILTINS[name](*arguments)


def test_a_getter_takes_no_way_out_at_any_of_its_steps(monkeypatch):
    monkeypatch.setattr(ways_out, "guarding", True)
    with pytest.raises(ways_out.WayOut):
        ways_out.GETTERS["attrgetter"]("__class__.__ba" + "se__")
    assert ways_out.GETTERS["attrgetter"]("__class__.__name__")(1) == "int"


def test_guarded_functions_do_what_the_real_ones_do(monkeypatch):
    monkeypatch.setattr(ways_out, "guarding", True)
    thing = type("Thing", (), {"n": 1})()
    guarded = ways_out.BUILTINS
    guarded["setattr"](thing, "m", 2)
    assert (guarded["getattr"](thing, "m"), guarded["getattr"](thing, "none", 3)) == (2, 3)
    assert guarded["hasattr"](thing, "m")
    guarded["delattr"](thing, "m")
    assert not guarded["hasattr"](thing, "m")


def test_every_name_is_found_in_the_syntax():
    for name in ways_out.ATTRIBUTES:
        assert [each for _, each in ways_out.found(ast.parse(f"x.{name}"))] == [name]
