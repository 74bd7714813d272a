from tests.kit.engine.programs import assert_fails, assert_holds


def test_holder_may_take_it_again_and_again():
    assert_holds("""
        lock = threading.RLock()
        n = 0

        def bump():
            global n
            with lock:
                with lock:
                    n += 1

        def test():
            in_threads(bump, bump)
            assert n == 2
    """)


def test_it_is_free_only_after_as_many_releases():
    source = """
        lock = threading.RLock()
        n = 0

        def bump():
            global n
            lock.acquire()
            lock.acquire()
            lock.release()
            {}
            n += 1
            {}

        def test():
            in_threads(bump, bump)
            assert n == 2
    """
    assert_holds(source.format("pass", "lock.release()"))
    assert_fails(source.format("lock.release()", "pass"))


def test_release_by_another_thread_raises():
    assert_fails(
        """
        def test():
            lock = threading.RLock()
            lock.acquire()
            in_threads(lock.release)
        """,
        "escaped",
        "RuntimeError: cannot release un-acquired lock",
    )


def test_release_of_a_free_one_raises():
    assert_fails("def test(): threading.RLock().release()", "error", "cannot release un-acquired")


def test_try_by_another_thread_fails_while_it_is_held():
    assert_holds("""
        def test():
            lock = threading.RLock()
            results = []
            with lock:
                in_threads(lambda: results.append(lock.acquire(blocking=False)))
            assert results == [False]
    """)


def test_two_in_opposite_orders_deadlock():
    assert_fails(
        """
        a, b = threading.RLock(), threading.RLock()

        def cross(first, second):
            with first, second:
                pass

        def test():
            in_threads(lambda: cross(a, b), lambda: cross(b, a))
        """,
        "deadlock",
        "A waits for second, which B holds as first",
        "B waits for second, which A holds as first",
    )


def test_wait_on_a_condition_gives_back_every_level():
    assert_holds("""
        def test():
            condition = threading.Condition()
            went = []

            def waiter():
                with condition:
                    with condition:
                        while not went:
                            condition.wait()
                        went.append("woken")

            def waker():
                with condition:
                    went.append("there")
                    condition.notify()

            in_threads(waiter, waker)
            assert went == ["there", "woken"]
    """)
