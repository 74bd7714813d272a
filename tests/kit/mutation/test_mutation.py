"""The tool that makes mutants: what each operator makes of a small program, and that its list is not stale."""

import ast
from textwrap import indent

import pytest

from grading.index import Exercise, find, load
from grading.results import TestResult, exercise_result
from grading.screening import screen
from tests.kit.mutation import judging, mutants
from tests.kit.mutation.expressions import NODE_OPERATORS
from tests.kit.mutation.sections import SECTION_OPERATORS, widen
from tests.kit.mutation.statements import BLOCK_OPERATORS, STATEMENT_OPERATORS

# Operator, a function's body, and every body that the operator makes of it.
CASES = {
    "drop call": ("lock.a()\nq.task_done()", ["q.task_done()", "lock.a()"]),
    "drop change": ("x = 1\nself.x = x", ["x = 1"]),
    "drop jump": ("while x:\n    break", ["while x:\n    pass"]),
    "join at once": (
        "a.start()\nb.start()\nb.join()",
        ["a.start()\na.join()\nb.start()\nb.join()"],
    ),
    "run for start": ("thread.start()", ["thread.run()"]),
    "sleep for join": ("thread.join()", ["time.sleep(0.1)"]),
    "while to if": ("while not ready:\n    c.wait()", ["if not ready:\n    c.wait()"]),
    "decide": ("if x:\n    f()\nelse:\n    g()", ["f()", "g()"]),
    "drop except": ("try:\n    f()\nexcept E:\n    g()", ["f()"]),
    "drop finally": ("try:\n    f()\nfinally:\n    g()", ["f()\ng()"]),
    "swap statements": (
        "a = 1\nf()\nself.x = 1\nself.y = L()\nx = a",
        ["a = 1\nself.x = 1\nf()\nself.y = L()\nx = a"],
    ),
    "drop with": ("with a, b:\n    f()", ["with b:\n    f()", "with a:\n    f()"]),
    "swap locks": ("with a, b:\n    f()", ["with b, a:\n    f()"]),
    "plain release": ("with lock:\n    f()", ["lock.acquire()\nf()\nlock.release()"]),
    "narrow": ("with a:\n    f()\n    g()", ["f()\nwith a:\n    g()", "with a:\n    f()\ng()"]),
    "split": ("with a:\n    f()\n    g()", ["with a:\n    f()\nwith a:\n    g()"]),
    "check outside": (
        "with a:\n    if x:\n        f()",
        ["decided = x\nwith a:\n    if decided:\n        f()"],
    ),
    "read outside": ("with a:\n    n += 1", ["copy = n + 1\nwith a:\n    n = copy"]),
    "write outside": ("with a:\n    n += 1", ["with a:\n    copy = n + 1\nn = copy"]),
    "widen": (
        "f()\nwith a:\n    g()\nh()",
        ["with a:\n    f()\n    g()\nh()", "f()\nwith a:\n    g()\n    h()"],
    ),
    "drop argument": (
        "q.get(timeout=1)\nThreadPoolExecutor(n)",
        ["q.get()\nThreadPoolExecutor(n)", "q.get(timeout=1)\nThreadPoolExecutor()"],
    ),
    "one off": ("Queue(maxsize=n)", ["Queue(maxsize=n + 1)", "Queue(maxsize=n - 1)"]),
    "other pool": ("ThreadPoolExecutor(n)", ["ProcessPoolExecutor(n)"]),
    "flip daemon": ("Thread(target=f, daemon=True)", ["Thread(target=f, daemon=False)"]),
    "call target": (
        "Thread(target=f, args=(x,))",
        ["Thread(target=f(*(x,)))", "Thread(target=lambda: f(*(x,)))"],
    ),
    "give up": ("thread.join()", ["thread.join(timeout=0.1)"]),
    "call directly": ("pool.submit(f, 1)", ["finished_call(f, 1)"]),
    "own pool": ("executor.map(f, x)", ["ThreadPoolExecutor().map(f, x)"]),
    "share lock": ("self.lock = threading.Lock()", ["self.lock = one_lock"]),
    "unwrap": ("x = sorted(y)", ["x = y"]),
    "lazy": (
        "x = [f(i) for i in y]\nfor i in y:\n    q.put(i)",
        [
            "x = (f(i) for i in y)\nfor i in y:\n    q.put(i)",
            "x = [f(i) for i in y]\nfor i in list(y):\n    q.put(i)",
        ],
    ),
    "skip one": (
        "for i in x:\n    f(i)",
        ["for i in list(x)[1:]:\n    f(i)", "for i in list(x)[:-1]:\n    f(i)"],
    ),
    "compare": ("x = a < b\ny = a is b", ["x = a <= b\ny = a is b", "x = a < b\ny = a == b"]),
    "truth": (
        "x = a is not None\ny = a is None",
        ["x = a\ny = a is None", "x = a is not None\ny = not a"],
    ),
    "other value": (
        "x = errors[0]\ny = True",
        ["x = errors[-1]\ny = True", "x = errors[0]\ny = False"],
    ),
    "narrow except": (
        "try:\n    f()\nexcept BaseException:\n    pass",
        ["try:\n    f()\nexcept Exception:\n    pass"],
    ),
}


@pytest.mark.parametrize("operator", CASES)
def test_an_operator_makes_just_these_mutants(operator):
    body, expected = CASES[operator]
    program = "def f(self, executor, x):\n" + indent(body, "    ")
    made = [each for each in mutants.mutants_of(program, ["f"]) if each.operator == operator]
    functions = [ast.parse(each.program).body[0] for each in made]
    bodies = ["\n".join(map(ast.unparse, function.body)) for function in functions]
    assert sorted(bodies) == sorted(expected)


def test_every_operator_has_a_case():
    operators = (*STATEMENT_OPERATORS, *SECTION_OPERATORS, *BLOCK_OPERATORS, *NODE_OPERATORS, widen)
    assert {each.__name__.replace("_", " ") for each in operators} == set(CASES)


PROGRAM = """
import threading
lock = threading.Lock()

class Box:
    def take(self, path):
        with lock:  # a comment
            return helper()

def helper():
    return 1

def path():
    helper()
"""


def test_a_mutant_says_what_was_done_where():
    (mutant,) = [m for m in mutants.mutants_of(PROGRAM, ["Box"]) if m.operator == "drop with"]
    assert (mutant.line, mutant.source, mutant.within) == (7, "with lock:  # a comment", "take")
    added = [line for line in mutant.diff.splitlines() if line.startswith("+")]
    assert added == ["+        return helper()"]


def test_only_what_the_wanted_names_lead_to_is_changed():
    assert {m.within for m in mutants.mutants_of(PROGRAM, ["Box"])} == {"module", "take", "helper"}
    assert {m.within for m in mutants.mutants_of(PROGRAM, ["path"])} == {"helper", "path"}


@pytest.fixture(scope="module")
def exercises() -> tuple[Exercise, ...]:
    return load()


def test_every_mutant_of_a_reference_may_be_submitted_and_is_made_once(exercises, tmp_path):
    file = tmp_path / "mutant.py"
    for exercise in exercises:
        programs = [each.program for each in judging.mutants(exercise)]
        assert len(programs) == len(set(programs)) > 0, exercise.id
        for program in programs:
            file.write_text(program, encoding="utf-8")
            assert screen(file, exercise.imports) is None, program


def test_every_listed_equivalent_is_still_a_mutant(exercises):
    made = [(exercise, mutant) for exercise in exercises for mutant in judging.mutants(exercise)]
    stale = [
        each for each in judging.equivalents() if not any(each.is_about(*pair) for pair in made)
    ]
    assert not stale


@pytest.mark.parametrize(
    ("status", "message", "listed", "verdict"),
    [
        ("passed", "", False, "survives"),
        ("passed", "", True, "equivalent"),
        ("failed", "got 1", False, "killed"),
        ("failed", "got 1", True, "killed, but listed"),
        ("grader_error", "the grader has a fault", True, "grader error"),
        ("failed", "the grader cannot control a pool of processes", False, "refused"),
    ],
)
def test_the_verdict_follows_from_the_result_and_the_list(status, message, listed, verdict):
    result = exercise_result("x/y", (TestResult("test_a", "model", status, 1, message),))
    assert judging.verdict_of(result, listed) == verdict


def test_no_mutant_of_the_counter_is_missed(exercises):
    judged = list(judging.judge_all([find(exercises, "03_locks/counter")]))
    assert {each.verdict for each in judged} == {"killed", "equivalent"}
