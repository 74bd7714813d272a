import pytest

from tests.kit.engine.programs import assert_fails, assert_holds

LIMITED = """
    semaphore = threading.{}
    inside = most = 0
    lock = threading.Lock()

    def enter():
        global inside, most
        with semaphore:
            with lock:
                inside += 1
                most = max(most, inside)
            with lock:
                inside -= 1

    def test():
        in_threads(enter, enter)
        assert most <= {}
"""
UNMEASURED = """
    semaphore = threading.{}
    n = 0

    def enter():
        global n
        with semaphore:
            n += 1

    def test():
        in_threads(enter, enter)
        assert n == 2
"""


@pytest.mark.parametrize("kind", ["Semaphore(1)", "BoundedSemaphore(1)"])
def test_one_permit_lets_one_in_at_a_time(kind):
    assert_holds(UNMEASURED.format(kind))


def test_two_permits_are_no_protection():
    assert_fails(UNMEASURED.format("Semaphore(2)"))


def test_two_permits_let_two_in():
    assert_fails(LIMITED.format("Semaphore(2)", 1))


def test_release_before_the_critical_section_ends_is_found():
    assert_fails("""
        semaphore = threading.Semaphore(1)
        n = 0

        def bump():
            global n
            semaphore.acquire()
            seen = n
            semaphore.release()
            n = seen + 1

        def test():
            in_threads(bump, bump)
            assert n == 2
    """)


def test_permit_never_given_back_leaves_the_next_waiting():
    assert_fails(
        """
        semaphore = threading.Semaphore(1)

        def test():
            in_threads(lambda: semaphore.acquire(), lambda: semaphore.acquire())
        """,
        "waiting",
        "Semaphore.acquire",
    )


def test_release_hands_a_permit_from_one_thread_to_another():
    assert_holds("""
        done = threading.Semaphore(0)
        order = []

        def first():
            order.append(1)
            done.release()

        def second():
            done.acquire()
            order.append(2)

        def test():
            in_threads(second, first)
            assert order == [1, 2]
    """)


def test_release_of_several_permits_lets_as_many_in():
    assert_holds("""
        semaphore = threading.Semaphore(0)

        def test():
            in_threads(semaphore.acquire, semaphore.acquire, lambda: semaphore.release(2))
    """)


def test_bounded_one_refuses_a_permit_too_many():
    source = """
        def test():
            semaphore = threading.{}(1)
            with semaphore:
                semaphore.release()
    """
    assert_holds(source.format("Semaphore"))
    assert_fails(source.format("BoundedSemaphore"), "error", "ValueError")


def test_acquire_gives_up_when_its_timeout_has_passed():
    assert_holds(
        """
        def test():
            semaphore = threading.Semaphore(0)
            assert semaphore.acquire(blocking=False) is False
            assert semaphore.acquire(timeout=3) is False
            assert time.monotonic() == 3
        """,
        punctual=True,
    )


def test_try_sees_the_permit_of_another_who_does_nothing_inside():
    source = """
        semaphore = threading.Semaphore(1)
        results = []

        def hold():
            with semaphore:
                pass

        def try_it():
            results.append(semaphore.acquire(blocking=False))
            if results[0]:
                semaphore.release()

        def test():
            in_threads(hold, try_it)
            assert results == [{}]
    """
    assert_fails(source.format(True))
    assert_fails(source.format(False))
