"""Whatever construct a race goes through, the engine sees it: no race is called proved, and no locked one fails."""

import pytest

from grading.engine.strategies import OPERATION, RandomWalk
from tests.kit.engine.programs import assert_fails, assert_holds, executed, explored, program
from tests.kit.engine.races import COARSE, RACES, STEPS, source


@pytest.mark.parametrize("name", RACES)
def test_a_race_is_found_through(name):
    verdict = explored(source(*RACES[name]))
    assert verdict.failing is not None, f"{verdict.search.kind} in {verdict.search.schedules}"


@pytest.mark.parametrize("name", RACES)
def test_a_lock_makes_one_step_of(name):
    assert_holds(source(*RACES[name], locked=True))


@pytest.mark.parametrize("name", STEPS)
def test_what_python_documents_as_atomic_is_one_step(name):
    assert_holds(source(*STEPS[name]))


GENERIC = """
    class Stack[T]:
        def __init__(self): self.items: list[T] = []
        def push[U](self, item: U): self.items += [item]

    stack, seen = Stack(), []

    def test():
        in_threads(lambda: (stack.push(1), stack.push(2)), lambda: seen.append(len(stack.items)))
        assert seen[0] in (0, 2)
"""


@pytest.mark.skipif("sys.version_info < (3, 12)")
def test_a_race_is_found_in_a_generic_class():
    assert_fails(GENERIC)


UNSEEN = {
    "exec": ("n = 0", "exec('global n; n += 1')"),
    "eval": ("n = 0", "eval('n')"),
    "globals()": ("n = 0", "globals()['n'] += 1"),
    "async def go": ("async def go(): pass", "next(go().__await__(), None)"),
    "the attribute of a library's module": (
        "import string",
        "setattr(string, 'unheard_of', 1)",
    ),
    "a method that is replaced": (
        "class A:\n    def m(self): pass",
        "A.m = lambda self: 1",
    ),
    "the change of __class__": ("class A: pass\nclass B: pass\na = A()", "a.__class__ = B"),
    "the change of __defaults__": ("def f(x=0): pass", "f.__defaults__ = (1,)"),
    "contextlib.redirect_stdout": (
        "import contextlib, io",
        "with contextlib.redirect_stdout(io.StringIO()): pass",
    ),
    "a file that is opened for writing": ("import os", "open(os.devnull, mode='w').close()"),
    "weakref.proxy": ("import weakref\nclass A: n = 0\na = A(); p = weakref.proxy(a)", "p.n"),
    "the attribute of a module, which the module reads as a name": (
        "import sys\nread_by_name = 0\nme = sys.modules[__name__]",
        "me.read_by_name = read_by_name + 1",
    ),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_an_execution_says_what_it_could_not_see(what):
    setup, body = UNSEEN[what]
    assert executed(source(setup, body, "", "True")).unseen == {what}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_happens_beside_no_other_thread_need_not_be_seen(what):
    setup, body = UNSEEN[what]
    alone = f"{setup}\ndef test():\n    in_threads(lambda: None)\n    {body}\n"
    assert executed(alone).unseen == frozenset()


def test_module_level_code_beside_threads_is_not_seen():
    assert executed(
        """
        n = 0
        thread = threading.Thread(target=lambda: n)
        thread.start()
        n += 1
        def test(): thread.join()
        """
    ).unseen == {"what a module does beside threads while it is imported"}


@pytest.mark.parametrize("name", COARSE)
def test_library_code_of_several_steps_is_said_to_be_coarse_where_it_races(name):
    raced = said(source(*COARSE[name][:3], "True"))
    assert raced
    assert not said(source(*COARSE[name][:3], "True", locked=True))


def said(text):
    """What some random walks say that they could not see."""
    test, sites = program(text), {OPERATION}
    return {
        what for seed in range(20) for what in test.execute(RandomWalk(seed, sites), sites).unseen
    }


@pytest.mark.parametrize(
    "call",
    [
        *("getattr(1)", "setattr()", "list.append()", "vars(1)", "len()", "[].append()", "map()"),
        *("(1).__add__()", "object.__setattr__(1)", "{}.update(1, 2)", "next()", "sum(5)"),
        *("sorted([1], key=1)", "list(map(1, [2]))", "operator.itemgetter(1)()"),
    ],
)
def test_a_wrong_call_of_a_built_in_raises_what_it_raises_elsewhere(call):
    with pytest.raises((TypeError, AttributeError)) as expected:
        eval(call, {"operator": __import__("operator")})
    text = f"import operator\ndef wrong(): {call}\ndef test(): in_threads(wrong, wrong)\n"
    assert_fails(text, "escaped", str(expected.value))


def test_the_factory_of_a_defaultdict_still_shows_as_itself():
    assert_holds(
        """
        from collections import defaultdict

        def factory(): return 0

        d = defaultdict(factory)

        def test():
            in_threads(lambda: d["a"], lambda: d["b"])
            assert repr(d).startswith("defaultdict(<function factory at ")
        """
    )


def test_a_generator_is_closed_when_nobody_holds_it_any_more():
    assert_holds(
        """
        lock = threading.Lock()

        def locked():
            with lock:
                yield 1
                yield 2

        def work():
            next(locked())
            any(locked())
            any(x for x in locked())
            for _ in locked(): break
            waiting = locked()
            for _ in waiting: break

        def test(): in_threads(work, work)
        """
    )
