import json
import os
import random
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from grading.engine.strategies import OPERATION, Noted, RandomWalk, Replay
from grading.engine.trace import Schedule
from grading.instrument import compile_source
from tests.kit.engine import chances
from tests.kit.engine.golden import FAILING, tokens
from tests.kit.engine.programs import assert_fails, assert_holds, executed, explored, program

GOLDEN = json.loads(Path(__file__).with_name("golden_tokens.json").read_text())
GOLDEN_CHANCES = Path(__file__).with_name("golden_chances.json")
BUSY_POOL = """
    def test():
        with ThreadPoolExecutor(3) as pool:
            for seconds in range(3):
                pool.submit(time.sleep, seconds)
"""


def traces(source, walks=20):
    """All decisions of some random walks."""
    test = program(source)
    return [decisions_of(test, RandomWalk(seed, {OPERATION})) for seed in range(walks)]


def decisions_of(test, chooser):
    noted = Noted(chooser)
    test.execute(noted)
    return noted.decisions


@pytest.mark.parametrize("source", [*FAILING.values(), BUSY_POOL], ids=[*FAILING, "busy pool"])
def test_same_choices_lead_to_the_same_decisions(source):
    first = traces(source)
    moved = [object() for _ in range(12_345)]  # what is made from now on lies elsewhere
    assert traces(source) == first
    assert moved


@pytest.mark.parametrize("source", FAILING.values(), ids=FAILING)
def test_replay_brings_about_the_switches_of_a_walk_and_nothing_else(source):
    test = program(source)
    for seed in range(20):
        walked = test.execute(RandomWalk(seed, {OPERATION}))
        replayed = test.execute(Replay(walked.schedule))
        assert replayed.schedule == walked.schedule
        assert not replayed.strayed
        again = decisions_of(test, Replay(walked.schedule))
        assert again == decisions_of(test, RandomWalk(seed, {OPERATION}))


def test_tokens_are_the_same_on_every_python():
    """After a change of the engine: `python -m tests.kit.engine.golden > tests/kit/engine/golden_tokens.json`."""
    assert tokens() == GOLDEN


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_tokens_are_the_same_in_a_fresh_process_with_other_hashes(seed):
    assert printed("tests.kit.engine.golden", seed) == GOLDEN


def printed(module, seed):
    """What the module prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", module],
        env=os.environ | {"PYTHONHASHSEED": seed},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_tokens_do_not_depend_on_what_was_compiled_before():
    before = explored(FAILING["stolen wake-up"]).failing.schedule
    compile_source("def f(x):\n" + "    x.y += x.z\n" * 500, "padding.py")
    assert explored(FAILING["stolen wake-up"] + "\n        # anew").failing.schedule == before


def test_ids_are_numbers_in_the_order_of_asking():
    source = """
        def test():
            a, b = object(), object()
            assert (id(b), id(a), id(b)) == (1, 2, 1)
    """
    for _ in range(2):
        assert program(source).execute(Replay(Schedule())).failure is None


def test_default_names_start_with_one_in_every_execution():
    source = """
        names = []

        def test():
            note = lambda: names.append(threading.current_thread().name)
            for _ in range(2):
                thread = threading.Thread(target=note)
                thread.start()
                thread.join()
            with ThreadPoolExecutor(1) as pool:
                pool.submit(note)
            assert names == ["Thread-1 (<lambda>)", "Thread-2 (<lambda>)", "ThreadPoolExecutor-0_0"]
    """
    for _ in range(2):
        failure = program(source).execute(Replay(Schedule())).failure
        assert failure is None, failure.message


@pytest.mark.parametrize("name", chances.CHANCES)
def test_fifty_executions_of_one_schedule_come_to_the_same(name):
    first = chances.outcome(name, 1)
    for _ in range(49):
        assert chances.outcome(name, 1) == first


def test_chance_is_the_same_on_every_python():
    """After a change of the engine: `python -m tests.kit.engine.chances > tests/kit/engine/golden_chances.json`."""
    assert chances.outcomes() == json.loads(GOLDEN_CHANCES.read_text())


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_chance_is_the_same_in_a_fresh_process_with_other_hashes(seed):
    assert printed("tests.kit.engine.chances", seed) == json.loads(GOLDEN_CHANCES.read_text())


def test_real_chance_is_not_disturbed():
    random.seed(7)
    before = random.getstate(), uuid._last_timestamp
    for name in chances.CHANCES:
        chances.outcome(name, 0)
    executed("import random\ndef test(): random.seed(1); random.random()")
    assert (random.getstate(), uuid._last_timestamp) == before
    assert os.urandom(8) != os.urandom(8)
    assert hash(Plain := type("Plain", (), {})) != 1
    assert "__hash__" not in vars(Plain)


def test_who_draws_first_is_up_to_the_schedule():
    assert_fails(
        """
        import random
        drawn = {}

        def draw(name): drawn[name] = random.random()

        def test():
            in_threads(lambda: draw("A"), lambda: draw("B"))
            assert drawn["A"] > drawn["B"]
        """
    )


def test_chances_that_nobody_shares_do_not_depend_on_the_schedule():
    assert_holds(
        """
        import random
        drawn = {}

        def draw(name): drawn[name] = random.Random(name).random()

        def test():
            in_threads(lambda: draw("A"), lambda: draw("B"))
            assert drawn["A"] > drawn["B"]
        """
    )


def test_who_asks_first_for_an_id_is_up_to_the_schedule():
    asks = """
        class Plain: pass
        plain = Plain()
        asked = []

        def test():
            in_threads(lambda: asked.append(id(plain)), lambda: id(plain))
            assert asked == [1_000_001]
    """
    assert_fails(asks)


def test_ids_that_nobody_shares_do_not_depend_on_the_schedule():
    assert_holds(
        """
        class Plain: pass
        asked = {}

        def ask(name): asked[name] = id(Plain())

        def test():
            in_threads(lambda: ask("A"), lambda: ask("B"))
            assert asked == {"A": 1_000_001, "B": 2_000_001}
        """
    )


def test_classes_keep_their_own_hash_and_repr():
    source = """
        import enum, typing
        from dataclasses import dataclass

        class Mixin: pass
        class Pair(Mixin, tuple): pass
        class Text(Mixin, str): pass
        class Level(Mixin, enum.Enum): LOW = 1
        class Alike:
            def __eq__(self, other): return True
        class Known:
            def __hash__(self): return 5
            def __repr__(self): return "known"
        class Derived(Mixin, Known): pass
        @dataclass
        class Unhashable: n: int
        @dataclass(frozen=True)
        class Frozen: n: int
        class Sized(typing.Protocol):
            def __len__(self): ...
        @typing.runtime_checkable
        class Runnable(typing.Protocol):
            def run(self): ...

        def test():
            assert hash(Pair((1, 2))) == hash((1, 2)) and repr(Pair((1,))) == "(1,)"
            assert hash(Text("a")) == hash("a") and repr(Text("a")) == "'a'"
            assert Level.LOW in {Level.LOW} and repr(Level.LOW) == "<Level.LOW: 1>"
            assert Alike.__hash__ is None and Unhashable.__hash__ is None
            assert hash(Derived()) == 5 and repr(Derived()) == "known"
            assert {Frozen(1), Frozen(1)} == {Frozen(1)} and repr(Frozen(1)) == "Frozen(n=1)"
            assert Mixin() != Mixin() and len({Mixin(), Mixin()}) == 2
            assert isinstance(threading.Thread(), Runnable) and not isinstance(Alike(), Runnable)
    """
    assert executed(source).failure is None


def test_a_number_keeps_no_object_alive():
    source = """
        import weakref

        class Plain: pass

        def test():
            kept = weakref.WeakSet()
            for _ in range(3):
                plain = Plain()
                kept.add(plain)
                id(plain)
            assert len(kept) == 1
            del plain
            assert not kept
    """
    assert executed(source).failure is None


def test_a_thread_in_the_repr_of_a_dataclass_does_not_hide_it_from_another():
    assert_holds(
        """
        from dataclasses import dataclass

        @dataclass
        class Point: x: int = 0
        point, seen = Point(), []

        def test():
            in_threads(lambda: setattr(point, "x", 1), *[lambda: seen.append(repr(point))] * 2)
            assert set(seen) <= {"Point(x=0)", "Point(x=1)"}
        """
    )


FIRST_TO_ASK = """
    class Box: pass

    x, y = Box(), Box()

    def one(): {}

    def other(): {}

    def test():
        in_threads(one, other)
        assert id(x) < id(y)
"""


@pytest.mark.parametrize(
    "asks",
    [
        "id(y), id(x)",
        "hash(y), hash(x)",
        "repr(y), repr(x)",
        "{y: 1, x: 2}",
        "sorted((y, x), key=id)",
    ],
)
def test_who_is_the_first_to_ask_for_the_id_of_an_object_is_no_matter_of_chance(asks):
    """The first thread numbers x before y, unless the second was there first."""
    one = asks if asks.startswith("sorted") else asks.rpartition(",")[2].strip("{} ")
    one = one.replace("(y, x)", "[x]").replace("x: 2", "{x: 2}")
    assert_fails(FIRST_TO_ASK.format(one, asks))
