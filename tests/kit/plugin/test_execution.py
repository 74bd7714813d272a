"""Suites on wrong and right solutions: all of them in one run, since a process takes longer than a test."""

import pytest

from tests.kit.plugin.lab import Lab

CALLS_F = """
    def test_it(exercise):
        expect("f()", got=exercise.f(), expected=1)
"""
CALLS_F_LIVE = '\n    @pytest.mark.world("live")' + CALLS_F
# name: (suite, solution, parts of what the learner reads); no parts: it passes
CASES = {
    "right": (CALLS_F, "def f(): return 1", []),
    "wrong_value": (
        CALLS_F,
        "def f(): return 2",
        ["called    f()", "got       2", "expected  1", "--schedule default"],
    ),
    "true_for_one": (CALLS_F, "def f(): return True", ["got       True", "expected  1"]),
    "always_equal": (
        CALLS_F,
        """
        class Any:
            def __eq__(self, other): return True
            def __hash__(self): return 1
            def __repr__(self): return "1"

        def f(): return Any()
        """,
        ["got       <Any>", "expected  1"],
    ),
    "subclass_of_int": (
        CALLS_F,
        "class N(int):\n    def __eq__(s, o): return True\n\ndef f(): return N(7)",
        ["got       <N>", "expected  1"],
    ),
    "exits": (CALLS_F, "import sys\ndef f(): sys.exit()", ["sys.exit()", "return"]),
    "exits_live": (CALLS_F_LIVE, "import sys\ndef f(): sys.exit()", ["sys.exit()", "return"]),
    "exits_at_import": (CALLS_F, "import sys\nsys.exit()", ["cannot be imported", "SystemExit"]),
    "skips": (CALLS_F, "import pytest\ndef f(): pytest.skip()", ["skip", "take that call out"]),
    "skips_live": (CALLS_F_LIVE, "import pytest\ndef f(): pytest.skip()", ["take that call out"]),
    "skips_at_import": (
        CALLS_F,
        "import pytest\npytest.skip(allow_module_level=True)",
        ["cannot be imported"],
    ),
    "ends_pytest": (CALLS_F, "import pytest\ndef f(): pytest.exit()", ["take that call out"]),
    "expects_failure": (CALLS_F, "import pytest\ndef f(): pytest.xfail()", ["take that call out"]),
    "missing": (CALLS_F, None, ["missing.py is missing"]),
    "empty": (CALLS_F, "\n", ["empty.py is empty"]),
    "broken": (CALLS_F, "def f(:\n", ["line 1", "Python cannot read this line"]),
    "misspelt": (CALLS_F, "def ff(): return 1", ["does not define f", "rename ff"]),
    "imports": (
        CALLS_F,
        "import zlib\ndef f(): return 1",
        ["imports.py, line 1: this exercise does not allow the import of zlib"],
    ),
    "without": (CALLS_F, "x = 1", ["does not define f", "write it there"]),
    "too_many_parameters": (
        CALLS_F,
        "def f(x, y): return 1",
        ["must be callable as f()", "f(x, y)"],
    ),
    "not_callable": (CALLS_F, "f = 1", ["f must be a function or class that is called as f()"]),
    "raises": (
        CALLS_F,
        "def f():\n    raise KeyError('a')",
        [
            "called f() got raises KeyError: 'a' (line 2 of raises.py)",
            "expected no exception",
        ],
    ),
    "raises_beside_words": (
        """
        def test_it(exercise):
            called, value, values = "f()", "a", ["a", 1]
            expect(f"{called} given {value!r} and {values}", got=exercise.f(), expected=1)
        """,
        "def f(): raise KeyError()",
        ["called f() given 'a' and ['a', 1] got raises KeyError"],
    ),
    "raises_in_a_helper": (
        """
        def expect_one(called, function):
            expect("nothing", got=function(), expected=1)

        def test_it(exercise):
            expect_one("f() in a helper", exercise.f)
        """,
        "def f(): raise KeyError()",
        ["called f() in a helper got raises KeyError"],
    ),
    "raises_without_words": (
        """
        def test_it(exercise):
            got = exercise.f()
            expect("f()", got=got, expected=1)
        """,
        "def f(): raise KeyError()",
        ["called f() (line", "got raises KeyError"],
    ),
    "raises_at_import": (
        CALLS_F,
        "def f(): return 1\n1 / 0",
        ["cannot be imported", "ZeroDivisionError", "line 2 of raises_at_import.py"],
    ),
    "spins": (
        CALLS_F,
        "def f():\n    while True: pass",
        ["called f() the test is in a loop that never ends", "line 2 of spins.py"],
    ),
    "spins_in_a_thread": (
        CALLS_F,
        """
        import threading

        def spin():
            while True: pass

        def f():
            threading.Thread(target=spin, name="spinner").start()
            return 1
        """,
        ["left running", "spinner"],
    ),
    "naps_for_ever": (
        CALLS_F,
        "import time\n\ndef f():\n    while True: time.sleep(1)",
        ["is in a loop that never ends"],
    ),
    "deadlock": (
        CALLS_F,
        "import threading\nlock = threading.Lock()\n\ndef f():\n    with lock:\n        with lock: return 1",
        ["called f() deadlock", "it holds itself", "line 6 of deadlock.py"],
    ),
    "advised": (
        CALLS_F,
        "import threading\n\ndef f():\n    threading.Thread(target=print).start().join()",
        ["'NoneType' object has no attribute 'join'", "on lines of their own"],
    ),
    "lock_kept": (
        CALLS_F,
        """
        import threading
        lock = threading.Lock()

        def f():
            thread = threading.Thread(target=lock.acquire, name="keeper")
            thread.start()
            thread.join()
            with lock: return 1
        """,
        ["waits for lock, which keeper has kept, though it has ended", "line 9 of lock_kept.py"],
    ),
    "processes": (
        CALLS_F,
        "import concurrent.futures\n\n"
        "def f():\n    with concurrent.futures.ProcessPoolExecutor() as pool: pool.submit(abs, 1)",
        ["cannot control a pool of processes", "line 4", "use ThreadPoolExecutor instead"],
    ),
    "polls": (
        """
        def test_it(exercise):
            gate = Gate()
            Call(exercise.f, gate)
            settle()
            with no_polling("f()"): time.sleep(3600)
            gate.open()
        """,
        "import time\n\ndef f(gate=None):\n    while not gate.opened:\n        time.sleep(0.01)",
        [
            "called f()",
            "got wakes up again and again while it waits, at line",
            "of polls.py",
            "expected blocks until woken",
        ],
    ),
    "waits_for_the_test": (
        """
        def test_it(exercise):
            gate = Gate()
            exercise.f(gate)
            gate.open()
        """,
        """
        import threading

        def f(gate=None):
            thread = threading.Thread(target=gate.wait, name="guest")
            thread.start()
            thread.join()
        """,
        [
            "called f(gate) (line",
            "the test waits in join() for guest to end",
            "guest waits at a gate of the test, which is still shut",
        ],
    ),
    "hidden_by_a_gate": (
        """
        def test_it(exercise):
            with ThreadPoolExecutor(1) as executor, Gate() as gate:
                executor.submit(gate.wait)
                expect("f()", got=exercise.f(), expected=1)
        """,
        "def f(): return 2",
        ["called f() got 2 expected 1"],
    ),
    "class_for_its_object": (
        """
        def test_it(exercise):
            expect_type("f()", got=exercise.f(), expected=dict)
        """,
        "def f(): return dict",
        ["got the class dict itself expected a dict"],
    ),
    "waits_at_a_simple_queue": (
        CALLS_F,
        "import queue\n\ndef f(): return queue.SimpleQueue().get()",
        ["the test waits in SimpleQueue.get()"],
    ),
    "ended_worker": (
        "\n    @pytest.mark.escapes" + CALLS_F,
        """
        import threading

        def f():
            done = threading.Event()
            def work():
                raise KeyError("a")
                done.set()
            threading.Thread(target=work, name="worker").start()
            done.wait()
        """,
        ["called f() it hangs", "worker ended by KeyError: 'a' (line 7 of ended_worker.py)"],
    ),
    "waits_in_map": (
        CALLS_F,
        """
        from concurrent.futures import ThreadPoolExecutor

        def f():
            with ThreadPoolExecutor(1) as pool:
                def outer(n): return pool.submit(int).result()
                return list(pool.map(outer, [1]))
        """,
        ["the test waits in Executor.map()", "waits in Future.result()"],
    ),
    "escapes": (
        CALLS_F,
        """
        import threading

        def f():
            thread = threading.Thread(target=lambda: 1 / 0, name="bad")
            thread.start()
            thread.join()
            return 1
        """,
        ["an exception escaped from thread bad", "ZeroDivisionError", "line 5 of escapes.py"],
    ),
    "may_escape": (
        "\n    @pytest.mark.escapes" + CALLS_F,
        "import threading\n\ndef f():\n"
        "    t = threading.Thread(target=lambda: 1 / 0)\n    t.start()\n    t.join()\n    return 1",
        [],
    ),
    "left_running": (
        CALLS_F,
        "import threading\n\ndef f():\n"
        '    threading.Thread(target=threading.Event().wait, name="lost").start()\n    return 1',
        ["left running", "lost"],
    ),
    "left_running_live": (
        CALLS_F_LIVE,
        "import threading\n\ndef f():\n"
        '    threading.Thread(target=threading.Event().wait, name="lost").start()\n    return 1',
        ["a thread was left running: lost", "with real threads"],
    ),
    "escapes_live": (
        CALLS_F_LIVE,
        "import threading\n\ndef f():\n"
        '    t = threading.Thread(target=lambda: 1 / 0, name="bad")\n    t.start()\n    t.join()\n    return 1',
        ["an exception escaped from thread bad", "ZeroDivisionError"],
    ),
    "punctual_makespan": (
        """
        @pytest.mark.punctual
        @pytest.mark.world("model")
        def test_it(exercise):
            threads = [threading.Thread(target=exercise.f) for _ in range(3)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            expect("three naps side by side", got=time.monotonic(), expected=0.1)
        """,
        "import time\ndef f(): time.sleep(0.1)",
        [],
    ),
    "state_is_new_each_time": (
        CALLS_F,
        "n = 0\ndef f():\n    global n\n    n += 1\n    return n",
        [],
    ),
}


def test_a_wrong_list_of_exercises_is_told_once_and_nothing_is_run(tmp_path):
    lab = Lab(tmp_path)
    for name in ("one", "two"):
        lab.exercise(CALLS_F, "def f(): return 1", name=name, defines="f()")
    (tmp_path / "tests/03_demo/test_two.py").unlink()
    ran = lab.run()
    wrong = "exercise 2 (03_demo/two): there is no suite tests/03_demo/test_two.py."
    assert f"ERROR: exercises/index.toml: {wrong}" in ran.output
    assert ran.output.count(wrong) == 1 and "Traceback" not in ran.output
    assert (ran.ret, ran.texts) == (pytest.ExitCode.USAGE_ERROR, {})


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """One run over all the cases."""
    lab = Lab(tmp_path_factory.mktemp("lab"))
    for name, (suite, solution, _) in CASES.items():
        lab.exercise(suite, solution, name=name, defines="f()")
    return lab.run("--count", "2")


@pytest.mark.parametrize("name", CASES)
def test_learner_reads_what_was_wrong(ran, name):
    parts = CASES[name][2]
    world = "live" if name.endswith("_live") else "model"
    text = " ".join(ran.text(f"test_it[{world}-1-2]", name).split())
    if not parts:
        assert text == ""
    for part in parts:
        assert " ".join(part.split()) in text
    assert "Traceback" not in text


def test_classes_of_the_suite_itself_are_seen_through(lab):
    """Also while the suite's name in sys.modules is taken by its other module."""
    lab.exercise(
        """
        import sys

        class Items:
            def __init__(self): self.kept = []
            def __len__(self): return len(self.kept)
            def add(self, item): self.kept.append(item)

        def test_it(exercise):
            items = Items()
            lock = threading.Lock()
            def add():
                with lock: items.add(len(items))
            calls = [Call(add), Call(add)]
            for call in calls: call.result()
            expect("items", got=items.kept, expected=[0, 1])
            assert type(items) is vars(sys.modules[__name__])["Items"]
        """,
        "value = 1\n",
    )
    lines = lab.report("--count", "2")
    searches = [line["search"] for line in lines if line.get("search")]
    assert [search["kind"] for search in searches] == ["proved"]
    assert [line["status"] for line in lines if line["event"] == "test"] == ["passed", "passed"]
