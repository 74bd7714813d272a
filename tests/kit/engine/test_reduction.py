"""The search leaves out schedules that cannot matter: whatever chance brings about, it has seen."""

import textwrap

import pytest

from grading.engine import explore
from grading.engine.strategies import RandomWalk
from tests.kit.engine.programs import program

WALKS = 400
SEEN = []  # where the programs leave what came out

PROGRAMS = {
    "unlocked": """
        def bump():
            global n
            n += 1
        def test():
            in_threads(bump, bump)
            SEEN.append(n)
        n = 0
    """,
    "half locked": """
        lock = threading.Lock()
        n = 0
        def locked():
            global n
            with lock: n += 1
        def unlocked():
            global n
            n += 10
        def test():
            in_threads(locked, unlocked)
            SEEN.append(n)
    """,
    "order of sections": """
        lock = threading.Lock()
        order = ""
        def enter(name):
            global order
            for _ in range(2):
                with lock: order += name
        def test():
            in_threads(lambda: enter("A"), lambda: enter("B"))
            SEEN.append(order)
    """,
    "try for a lock": """
        lock = threading.Lock()
        def hold():
            with lock: pass
        def attempt():
            SEEN.append(lock.acquire(blocking=False))
            if SEEN[-1]: lock.release()
        def test():
            in_threads(hold, attempt)
    """,
    "look at a lock": """
        lock = threading.Lock()
        def hold():
            with lock: pass
        def test():
            in_threads(hold, lambda: SEEN.append(lock.locked()))
    """,
    "try for the lock of a condition": """
        condition = threading.Condition()
        def hold():
            with condition: pass
        def attempt():
            SEEN.append(condition.acquire(blocking=False))
            if SEEN[-1]: condition.release()
        def test():
            in_threads(hold, attempt)
    """,
    "try for a lock after another": """
        a, b = threading.Lock(), threading.Lock()
        def hold():
            with a:
                with b: pass
        def attempt():
            got_b = b.acquire(blocking=False)
            got_a = a.acquire(blocking=False)
            SEEN.append((got_a, got_b))
            if got_a: a.release()
            if got_b: b.release()
        def test():
            in_threads(hold, attempt)
    """,
    "who is woken": """
        condition = threading.Condition()
        went = []
        ready = 0
        def wait(name):
            global ready
            with condition:
                while not ready: condition.wait()
                ready -= 1
                went.append(name)
        def wake():
            global ready
            with condition:
                ready += 1
                condition.notify()
        def test():
            in_threads(lambda: wait("A"), lambda: (wake(), wake()), lambda: wait("C"))
            SEEN.append(tuple(went))
    """,
    "queue": """
        def test():
            channel, got = queue.Queue(), []
            in_threads(lambda: channel.put(1), lambda: channel.put(2),
                       lambda: got.extend([channel.get(), channel.qsize()]))
            SEEN.append(tuple(got))
    """,
    "events": """
        event = threading.Event()
        def test():
            got = []
            in_threads(lambda: (event.set(), event.clear(), event.set()),
                       lambda: got.append(event.is_set()))
            SEEN.append(got[0])
    """,
    "who is alive": """
        def test():
            thread = threading.Thread(target=lambda: None)
            other = threading.Thread(target=lambda: SEEN.append(thread.is_alive()))
            thread.start()
            other.start()
            thread.join()
            other.join()
    """,
    "who was started": """
        def test():
            thread = threading.Thread(target=lambda: None)
            other = threading.Thread(target=lambda: SEEN.append(thread.is_alive()))
            other.start()
            thread.start()
            thread.join()
            other.join()
    """,
    "who is alive after its work": """
        done = []
        def test():
            thread = threading.Thread(target=lambda: done.append(1))
            thread.start()
            SEEN.append((len(done), thread.is_alive()))
            thread.join()
    """,
    "how many are alive after their work": """
        done = []
        def test():
            thread = threading.Thread(target=lambda: done.append(1))
            thread.start()
            SEEN.append((len(done), threading.active_count()))
            thread.join()
    """,
    "contents of a list": """
        shared = []
        def test():
            got = []
            in_threads(lambda: (shared.append(1), shared.append(2)),
                       lambda: got.append(len(shared)),
                       lambda: got.append(sum(shared)))
            SEEN.append(tuple(sorted(got)))
    """,
    "timeouts": """
        def test():
            channel = queue.Queue()
            def get():
                try:
                    SEEN.append(channel.get(timeout=1))
                except queue.Empty:
                    SEEN.append("empty")
            in_threads(lambda: (time.sleep(1), channel.put("put")), get)
    """,
    "pool": """
        def test():
            order = []
            with ThreadPoolExecutor(2) as pool:
                pool.submit(order.append, 1)
                pool.submit(order.append, 2)
            SEEN.append(tuple(order))
    """,
    "built-in as a task": """
        from functools import partial
        def test():
            order = []
            with ThreadPoolExecutor(2) as pool:
                pool.submit(lambda: order.append(1))
                pool.submit(partial(order.append, 2))
            SEEN.append(tuple(order))
    """,
    "built-in as a target": """
        def test():
            shared = []
            thread = threading.Thread(target=shared.append, args=(1,))
            thread.start()
            SEEN.append((len(shared), len(shared)))
            thread.join()
    """,
    "built-in of a timer": """
        def test():
            shared = []
            timer = threading.Timer(0, shared.append, (1,))
            timer.start()
            SEEN.append((len(shared), len(shared)))
            timer.join()
    """,
    "semaphore": """
        semaphore = threading.Semaphore(2)
        inside, most = [], []
        def enter():
            with semaphore:
                inside.append(1)
                most.append(len(inside))
                inside.pop()
        def test():
            in_threads(enter, enter, enter)
            SEEN.append(max(most))
    """,
}


class Everywhere:
    """The set of all sites."""

    def __contains__(self, site):
        return True

    def add(self, site):
        """It is there already."""


def outcomes(run):
    SEEN.clear()
    run()
    return set(SEEN)


@pytest.mark.parametrize("source", PROGRAMS.values(), ids=PROGRAMS)
def test_what_chance_brings_about_is_among_what_the_search_has_seen(source):
    test = program("from tests.kit.engine.test_reduction import SEEN\n" + textwrap.dedent(source))
    verdicts = []
    searched = outcomes(lambda: verdicts.append(explore.explore(test)))
    walked = outcomes(
        lambda: [test.execute(RandomWalk(seed, Everywhere())) for seed in range(WALKS)]
    )
    assert verdicts[0].failing is None
    assert len(searched) > 1
    assert walked <= searched
