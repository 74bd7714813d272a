import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grading.engine.strategies import OPERATION, Noted, RandomWalk, Replay
from grading.engine.trace import Schedule
from grading.instrument import compile_source
from tests.kit.engine.golden import FAILING, tokens
from tests.kit.engine.programs import explored, program

GOLDEN = json.loads(Path(__file__).with_name("golden_tokens.json").read_text())
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
    printed = subprocess.run(
        [sys.executable, "-m", "tests.kit.engine.golden"],
        env=os.environ | {"PYTHONHASHSEED": seed},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert json.loads(printed) == GOLDEN


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
