"""Small wrong programs and the tokens of their failures; run as a module, it prints `tokens()` as JSON."""

import json

from grading.engine import explore
from tests.kit.engine.programs import explored

FAILING = {
    "lost update": """
        n = 0

        def bump():
            global n
            n += 1

        def test():
            in_threads(bump, bump)
            assert n == 2
    """,
    "deadlock": """
        a, b = threading.Lock(), threading.Lock()

        def cross(first, second):
            with first:
                with second:
                    pass

        def test():
            in_threads(lambda: cross(a, b), lambda: cross(b, a))
    """,
    "missing join": """
        def test():
            done = []
            threading.Thread(target=lambda: done.append(1)).start()
            assert done
    """,
    "sleep for join": """
        def test():
            done = []
            threading.Thread(target=lambda: done.append(1)).start()
            time.sleep(1)
            assert done
    """,
    "lost wake-up": """
        condition = threading.Condition()

        def waiter():
            with condition:
                condition.wait()

        def waker():
            with condition:
                condition.notify()

        def test():
            in_threads(waiter, waker)
    """,
    "stolen wake-up": """
        condition = threading.Condition()
        items = []

        def take():
            with condition:
                if not items:
                    condition.wait()
                items.pop()

        def put():
            with condition:
                items.append(1)
                condition.notify()

        def test():
            in_threads(take, take, put, put)
    """,
    "empty for get": """
        def test():
            channel = queue.Queue()
            channel.put(1)

            def take():
                if not channel.empty():
                    channel.get()

            in_threads(take, take)
    """,
    "race in a pool": """
        n = 0

        def bump():
            global n
            n += 1

        def test():
            with ThreadPoolExecutor(2) as pool:
                for _ in range(2):
                    pool.submit(bump)
            assert n == 2
    """,
    "order of completion": """
        def test():
            with ThreadPoolExecutor(3) as pool:
                futures = [pool.submit(abs, n) for n in range(3)]
                assert [f.result() for f in as_completed(futures)] == [0, 1, 2]
    """,
    "order of ids": """
        first = []

        def enter(lock):
            with lock:
                first.append(lock)

        def test():
            locks = sorted([threading.Lock() for _ in range(3)], key=id)
            in_threads(lambda: enter(locks[1]), lambda: enter(locks[0]))
            assert first[0] is locks[1]
    """,
    "barrier too large": """
        barrier = threading.Barrier(3)

        def test():
            in_threads(barrier.wait, barrier.wait)
    """,
    "late timer": """
        def test():
            called = []
            timer = threading.Timer(1, lambda: called.append(1))
            timer.start()
            timer.cancel()
            timer.join()
            assert not called
    """,
    "thread left": """
        def test():
            gate = threading.Event()
            threading.Thread(target=gate.wait).start()
    """,
}


def tokens():
    """How each program fails, under which schedule, and after how many."""
    return {name: _found(explored(source)) for name, source in FAILING.items()}


def _found(verdict: explore.Verdict):
    failing = verdict.failing
    return [failing.failure.kind, failing.schedule.token, verdict.search.schedules]


if __name__ == "__main__":
    print(json.dumps(tokens(), indent=2))
