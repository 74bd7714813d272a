"""An execution that is over lets every thread unwind, whatever it is doing, and leaves nothing to the next."""

import gc

import pytest

from grading.engine import active
from grading.engine.carriers import Carrier
from grading.engine.strategies import Replay
from grading.engine.trace import Schedule
from tests.kit.engine.programs import executed, program

BLOCKED = {
    "lock": "lock = threading.Lock(); lock.acquire(); lock.acquire()",
    "lock with timeout": "lock = threading.Lock(); lock.acquire(); lock.acquire(timeout=1e9)",
    "with lock": "\n    lock = threading.Lock()\n    with lock:\n        with lock: pass",
    "rlock": "R.acquire()",
    "condition": "\n    with C: C.wait()",
    "condition, waiting for": "\n    with C: C.wait_for(lambda: False)",
    "condition, nested": "\n    with C:\n        with C: C.wait()",
    "event": "threading.Event().wait()",
    "semaphore": "threading.Semaphore(0).acquire()",
    "barrier": "threading.Barrier(2).wait()",
    "queue, getting": "queue.Queue().get()",
    "queue, putting": "q = queue.Queue(1); q.put(1); q.put(2)",
    "queue, joining": "q = queue.Queue(1); q.put(1); q.join()",
    "simple queue": "queue.SimpleQueue().get()",
    "sleep": "time.sleep(1e12)",
    "join": "threading.main_thread().join()",
    "future": "Future().result()",
    "futures": "wait([Future()])",
    "as completed": "list(as_completed([Future()]))",
    "pool": "\n    with ThreadPoolExecutor(1) as pool: pool.submit(threading.Event().wait)",
    "task that waits for its pool": "\n    pool = ThreadPoolExecutor(1)\n"
    "    pool.submit(lambda: pool.submit(print).result()).result()",
    "timer": "threading.Timer(1e9, int).start(); threading.Event().wait()",
    "local": "L = threading.local(); L.x = threading.Event(); L.x.wait()",
    "finally with operations": "\n    try: threading.Event().wait()\n"
    "    finally: R.acquire(); q = queue.Queue(); q.put(1); q.get(); q.get()",
    "everything caught": "\n    try: threading.Event().wait()\n    except BaseException: pass",
    "everything caught, again and again": "\n    while True:\n"
    "        try: threading.Event().wait()\n        except BaseException: pass",
    "everything caught around a nap": "\n    while True:\n"
    "        try: time.sleep(1)\n        except BaseException: continue",
    "everything caught around a loop": "\n    while True:\n        try:\n"
    "            while True: threading.Event().wait()\n        except BaseException: pass",
    "another exception": "\n    try: threading.Event().wait()\n    finally: raise ValueError",
    "waits anew": "\n    try: threading.Event().wait()\n    finally: threading.Event().wait()",
    "starts a thread": "\n    try: threading.Event().wait()\n"
    "    finally: t = threading.Thread(target=print); t.start(); t.join()",
    "generator": "\n    def g():\n        try:\n            threading.Event().wait()\n"
    "            yield\n        finally:\n            R.acquire()\n    list(g())",
    "suspended generator": "\n    def g():\n        with threading.Lock():\n            yield\n"
    "            yield\n    h = g(); next(h); threading.Event().wait()",
    "context manager": "\n    from contextlib import ExitStack\n    with ExitStack() as stack:\n"
    "        stack.enter_context(threading.Lock())\n"
    "        stack.callback(threading.Event().wait)\n        threading.Event().wait()",
}
PROGRAM = """
R = threading.RLock()
C = threading.Condition()

def block():
    {}

def test():
    R.acquire()
    for _ in range(2):
        threading.Thread(target=block, daemon={}).start()
    {}
"""
ENDINGS = {
    "passes": (True, "time.sleep(1)"),
    "fails": (False, "time.sleep(1); raise ValueError('the end')"),
    "waits": (False, "time.sleep(1); threading.Event().wait()"),
}
ALIVE = "def test(): in_threads(lambda: time.sleep(1), lambda: None)"


def living_greenlets():
    """Carriers in the middle of a body."""
    gc.collect()
    return [
        found
        for found in gc.get_objects()
        if isinstance(found, Carrier) and found and hasattr(found, "body")
    ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("what", BLOCKED)
def test_thread_unwinds_and_the_next_execution_is_as_if_there_had_been_none(
    what, ending, capfd, caplog
):
    daemon, end = ENDINGS[ending]
    untouched = executed(ALIVE)
    code = PROGRAM.format(BLOCKED[what], daemon, end)
    failure = executed(code).failure
    if ending == "passes" and "pool" not in what:  # the program's end waits for pools
        assert failure is None
    else:
        assert failure.kind in ("error", "waiting", "escaped", "deadlock", "spinning")
    assert active.machine is None
    after = executed(ALIVE)
    assert after.failure is None
    assert (after.schedule, after.steps) == (untouched.schedule, untouched.steps)
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


@pytest.mark.parametrize("what", BLOCKED)
def test_nothing_of_a_thread_is_left(what):
    test = program(PROGRAM.format(BLOCKED[what], False, "threading.Event().wait()"))
    test.execute(Replay(Schedule()))
    executed(ALIVE)
    assert living_greenlets() == []


def test_memory_does_not_grow_from_execution_to_execution():
    test = program(PROGRAM.format(BLOCKED["pool"], False, "time.sleep(1); raise ValueError"))

    def count_after(executions):
        for _ in range(executions):
            test.execute(Replay(Schedule()))
        gc.collect()
        return len(gc.get_objects())

    before = count_after(5)
    assert count_after(40) - before < 200


LASTING = {
    "the hook": "threading.excepthook = print",
    "the hook that stands there at first": "threading.excepthook = threading.__excepthook__ = print",
    "a method": "threading.Thread.run = threading.Thread.start = threading.Thread.join = print",
    "a method of a lock": "threading.Lock.acquire = print",
    "a method of a pool": "ThreadPoolExecutor.submit = Future.result = print",
    "a method of a queue": "queue.Queue.put = queue.SimpleQueue.get = print",
    "a class": "threading.Thread = threading.Lock = print",
    "a new name": "threading.Thread.__getattr__ = threading.__getattr__ = print",
    "a name deleted": "del threading.Thread.join, threading.Thread.start, time.sleep",
    "a clock": "time.monotonic = time.sleep = print",
    "what equals everything": """
        class Same:
            def __eq__(self, other): return True
            def __call__(self, *args): pass
        threading.excepthook = threading.__excepthook__ = Same()""",
    "what cannot be compared": """
        class Never:
            def __eq__(self, other): raise ValueError
        threading.Thread.run = threading.excepthook = Never()""",
}


@pytest.mark.parametrize("what", LASTING)
def test_what_a_program_puts_in_place_of_the_librarys_lasts_for_one_execution(what):
    change = LASTING[what] if "\n" in LASTING[what] else "\n        " + LASTING[what]
    assert executed(f"    def test():{change}").failure is None
    uses = """
        def fail(): raise KeyError("lost")

        def test():
            q = queue.SimpleQueue()
            queue.Queue().put(1)
            with threading.Lock(), ThreadPoolExecutor() as pool:
                assert pool.submit(abs, -1).result() == 1
            q.put(time.monotonic() + 1)
            time.sleep(1)
            assert q.get() == time.monotonic()
            in_threads(fail)
    """
    failure = executed(uses).failure
    assert (failure.kind, type(failure.error)) == ("escaped", KeyError)


def test_spinning_thread_is_stopped_as_well():
    spin = "\n    while True:\n        try: pass\n        except BaseException: pass"
    failure = executed(PROGRAM.format(spin, False, "pass")).failure
    assert failure.kind == "left running"
    assert living_greenlets() == []


def test_exception_of_an_unwinding_thread_is_not_reported():
    code = PROGRAM.format(BLOCKED["another exception"], False, "time.sleep(1); raise KeyError(1)")
    failure = executed(code).failure
    assert (failure.kind, type(failure.error)) == ("error", KeyError)
