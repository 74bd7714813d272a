import pytest

from tests.kit.engine.programs import assert_fails, assert_holds

INCREMENTS = """
    n = 0
    lock = threading.Lock()

    def bump():
        global n
        {}

    def test():
        in_threads(bump, bump)
        assert n == 2, n
"""
ABBA = """
    a, b = threading.Lock(), threading.Lock()

    def forth():
        with a:
            with b:
                pass

    def back():
        with {}:
            with {}:
                pass

    def test():
        in_threads(forth, back)
"""


def test_unlocked_increment_is_lost():
    assert_fails(INCREMENTS.format("n += 1"), "error", "AssertionError: 1")


def test_locked_increment_is_proved():
    assert_holds(INCREMENTS.format("with lock: n += 1"))


@pytest.mark.parametrize(
    ("section", "rounds", "most"),
    [("a", 1, 10), ("a", 2, 35), ("a", 3, 126), ("a, b", 1, 17), ("a, b", 2, 69)],
)
def test_proof_takes_few_schedules_since_nobody_is_tried_who_would_have_to_wait(
    section, rounds, most
):
    verdict = assert_holds(f"""
        a, b = threading.Lock(), threading.Lock()

        def work():
            for _ in range({rounds}):
                with {section}: pass

        def test():
            in_threads(work, work)
    """)
    assert verdict.search.schedules <= most


def test_lock_around_the_read_alone_does_not_help():
    assert_fails(INCREMENTS.format("with lock: seen = n\n        n = seen + 1"))


def test_lock_made_in_each_call_does_not_help():
    assert_fails(INCREMENTS.format("with threading.Lock(): n += 1"))


def test_two_locked_increments_a_thread_are_proved_too():
    twice = INCREMENTS.format("for _ in range(2):\n            with lock: n += 1")
    assert_holds(twice.replace("n == 2", "n == 4"))


def test_check_then_act_fails_and_passes_with_a_lock():
    source = """
        taken = []
        lock = threading.Lock()

        def take():
            {}
                if not taken:
                    taken.append(1)

        def test():
            in_threads(take, take)
            assert taken == [1]
    """
    assert_fails(source.format("if True:"))
    assert_holds(source.format("with lock:"))


def test_locks_in_opposite_orders_deadlock_with_the_ring_named():
    source = ABBA.format("b", "a")
    assert_fails(
        source,
        "deadlock",
        "A waits for b, which B holds",
        "B waits for a, which A holds",
    )


def test_locks_in_one_order_are_proved():
    assert_holds(ABBA.format("a", "b"))


def test_ring_of_three_names_all_three_and_not_the_main_thread():
    source = """
        locks = [threading.Lock() for _ in range(3)]

        def dine(i):
            with locks[i]:
                with locks[(i + 1) % 3]:
                    pass

        def test():
            in_threads(lambda: dine(0), lambda: dine(1), lambda: dine(2))
    """
    message = assert_fails(source, "deadlock").failing.failure.message
    assert all(f"  {name} waits for locks[(i + 1) % 3], which" in message for name in "ABC")
    assert "the test" not in message


def test_lock_taken_again_by_its_holder_deadlocks():
    source = """
        def test():
            lock = threading.Lock()
            with lock:
                lock.acquire()
    """
    assert_fails(source, "deadlock", "the test waits for lock, which it holds itself")


def test_lock_never_given_back_leaves_everybody_waiting():
    source = """
        lock = threading.Lock()

        def test():
            in_threads(lambda: lock.acquire(), lambda: lock.acquire())
    """
    assert_fails(source, "waiting", "B waits for lock, which A has kept")


def test_lock_may_be_released_by_another_thread():
    assert_holds("""
        def test():
            lock = threading.Lock()
            lock.acquire()
            thread = threading.Thread(target=lock.release)
            thread.start()
            lock.acquire()
            thread.join()
    """)


def test_release_of_a_free_lock_raises():
    assert_fails(
        "def test(): threading.Lock().release()", "error", "RuntimeError: release unlocked"
    )


def test_acquire_gives_up_when_its_timeout_has_passed():
    assert_holds(
        """
        def test():
            lock = threading.Lock()
            lock.acquire()
            before = time.monotonic()
            assert lock.acquire(timeout=2.5) is False
            assert time.monotonic() - before == 2.5
        """,
        punctual=True,
    )


def test_acquire_with_a_timeout_gets_a_lock_that_is_given_back_in_time():
    source = """
        def test():
            lock = threading.Lock()
            lock.acquire()

            def keep():
                time.sleep(1)
                lock.release()

            thread = threading.Thread(target=keep)
            thread.start()
            assert lock.acquire(timeout={})
            assert time.monotonic() == 1
            thread.join()
    """
    assert_holds(source.format(2), punctual=True)
    assert_fails(source.format(0.5), punctual=True)


def test_timeout_may_run_out_although_the_holder_could_go_on():
    """The result of a timed acquire must be looked at."""
    assert_fails(
        """
        lock = threading.Lock()
        inside = []

        def enter():
            lock.acquire(timeout=1)
            inside.append(1)
            assert len(inside) == 1
            inside.pop()
            if lock.locked(): lock.release()

        def test():
            in_threads(enter, enter)
    """,
        "escaped",
    )


def test_try_lock_that_fails_is_found_even_if_the_holder_does_nothing_inside():
    """A release is a switch point where somebody looks at the lock without waiting."""
    source = """
        lock = threading.Lock()
        results = []

        def hold():
            with lock:
                pass

        def try_it():
            results.append(lock.acquire(blocking=False))
            if results[0]:
                lock.release()

        def test():
            in_threads(hold, try_it)
            assert results == [{}]
    """
    assert_fails(source.format(True))
    assert_fails(source.format(False))


def test_locked_tells_whether_anybody_holds_it():
    assert_holds("""
        def test():
            lock = threading.Lock()
            seen = [lock.locked()]
            with lock:
                seen.append(lock.locked())
            assert seen == [False, True]
    """)
