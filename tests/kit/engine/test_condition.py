import pytest

from tests.kit.engine.programs import assert_fails, assert_holds

STOLEN = """
    condition = threading.Condition()
    items = []

    def take():
        with condition:
            {} not items:
                condition.wait()
            items.pop()

    def put():
        with condition:
            items.append(1)
            condition.notify{}()

    def test():
        in_threads({})
"""
HANDSHAKE = """
    condition = threading.Condition()
    there = False

    def waiter():
        with condition:
            {}

    def waker():
        global there
        with condition:
            there = True
            condition.notify()

    def test():
        in_threads(waiter, waker)
"""


def test_if_in_place_of_while_pops_a_stolen_item():
    assert_fails(STOLEN.format("if", "", "take, take, put, put"), "escaped", "IndexError")


def test_while_around_the_wait_survives_a_stolen_wake_up():
    assert_holds(STOLEN.format("while", "", "take, take, put, put"))


def test_while_is_proved_for_one_consumer():
    assert_holds(STOLEN.format("while", "", "take, put"))


def test_notify_all_wakes_everybody_so_that_if_fails():
    assert_fails(STOLEN.format("if", "_all", "take, take, put, put"), "escaped", "IndexError")


def test_wait_without_a_predicate_loses_the_wake_up():
    assert_fails(HANDSHAKE.format("condition.wait()"), "waiting", "wait")


@pytest.mark.parametrize(
    "wait", ["while not there: condition.wait()", "condition.wait_for(lambda: there)"]
)
def test_wait_with_a_predicate_is_proved(wait):
    assert_holds(HANDSHAKE.format(wait))


def test_notify_for_notify_all_leaves_one_waiting():
    source = """
        condition = threading.Condition()
        opened = False

        def enter():
            with condition:
                condition.wait_for(lambda: opened)

        def test():
            def open():
                global opened
                with condition:
                    opened = True
                    condition.{}()

            in_threads(enter, enter, open)
    """
    assert_fails(source.format("notify"), "waiting", "Condition")
    assert_holds(source.format("notify_all"))


@pytest.mark.parametrize("call", ["wait", "notify", "notify_all"])
def test_call_without_the_lock_raises(call):
    assert_fails(
        f"def test(): threading.Condition().{call}()",
        "error",
        "RuntimeError: cannot",
        "un-acquired",
    )


def test_two_conditions_may_share_a_lock():
    assert_holds("""
        lock = threading.Lock()
        not_empty, not_full = threading.Condition(lock), threading.Condition(lock)
        items = []
        got = []

        def put():
            for i in range(2):
                with not_full:
                    while items: not_full.wait()
                    items.append(i)
                    not_empty.notify()

        def get():
            for _ in range(2):
                with not_empty:
                    while not items: not_empty.wait()
                    got.append(items.pop())
                    not_full.notify()

        def test():
            in_threads(put, get)
            assert got == [0, 1]
    """)


def test_wait_returns_false_when_its_timeout_has_passed():
    assert_holds(
        """
        def test():
            condition = threading.Condition()
            with condition:
                assert condition.wait(1.5) is False
                assert condition.wait_for(lambda: 0, timeout=0.5) == 0
            assert time.monotonic() == 2
        """,
        punctual=True,
    )


def test_notified_waiter_returns_true_before_its_timeout():
    assert_holds(
        """
        condition = threading.Condition()
        results = []

        def waiter():
            with condition:
                results.append(condition.wait(5))
                results.append(time.monotonic())

        def waker():
            time.sleep(2)
            with condition:
                condition.notify()

        def test():
            in_threads(waiter, waker)
            assert results == [True, 2]
        """,
        punctual=True,
    )


def test_waiter_gives_the_lock_back_while_it_waits():
    assert_holds("""
        def test():
            condition = threading.Condition(threading.Lock())
            steps = []

            def waker():
                with condition:
                    steps.append("woke it")
                    condition.notify()

            with condition:
                thread = threading.Thread(target=waker)
                thread.start()
                condition.wait()
                steps.append("woken")
            thread.join()
            assert steps == ["woke it", "woken"]
    """)


def test_try_of_its_lock_fails_while_another_is_inside_and_does_nothing():
    source = """
        condition = threading.Condition()
        results = []

        def hold():
            with condition:
                pass

        def try_it():
            results.append(condition.acquire(blocking=False))
            if results[0]:
                condition.release()

        def test():
            in_threads(hold, try_it)
            assert results == [{}]
    """
    assert_fails(source.format(True))
    assert_fails(source.format(False))
