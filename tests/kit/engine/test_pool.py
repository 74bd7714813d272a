from tests.kit.engine.programs import assert_fails, assert_holds


def test_race_inside_a_pool_is_found():
    source = """
    n = 0
    lock = threading.Lock()

    def bump():
        global n
        {}

    def test():
        with ThreadPoolExecutor(2) as pool:
            pool.submit(bump)
            pool.submit(bump)
        assert n == 2
    """
    assert_fails(source.format("n += 1"))
    assert_holds(source.format("with lock: n += 1"))


def test_result_is_there_when_asked_for():
    assert_holds("""
    def test():
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(pow, 2, 5).result() == 32
    """)


def test_map_keeps_the_order_of_the_items():
    assert_holds("""
    def test():
        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(abs, [-3, 2, -1])) == [3, 2, 1]
    """)


def test_order_of_completion_is_not_that_of_submission():
    assert_fails("""
    def test():
        with ThreadPoolExecutor(2) as pool:
            futures = [pool.submit(abs, n) for n in (1, 2)]
            assert [f.result() for f in as_completed(futures)] == [1, 2]
    """)


def test_done_may_still_be_false_right_after_submit():
    source = """
    def test():
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(abs, -1)
            assert future.done() is {}
    """
    assert_fails(source.format(True))
    assert_fails(source.format(False))


def test_exception_comes_out_of_result_and_escapes_nowhere():
    assert_holds("""
    def bad():
        raise KeyError("x")

    def test():
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(bad)
            assert isinstance(future.exception(), KeyError)
    """)


def test_task_that_waits_for_a_task_behind_it_waits_for_ever():
    assert_fails(
        """
    def test():
        with ThreadPoolExecutor(1) as pool:
            def outer():
                return pool.submit(abs, 1).result()
            pool.submit(outer).result()
    """,
        "waiting",
        "Future.result",
    )


def test_result_gives_up_when_its_timeout_has_passed():
    assert_holds(
        """
    def test():
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(time.sleep, 5)
            try:
                future.result(timeout=2)
            except TimeoutError:
                assert time.monotonic() == 2
            done, pending = wait([future], timeout=1)
            assert time.monotonic() == 3 and pending == {future}
        assert time.monotonic() == 5
    """,
        punctual=True,
    )


def test_callback_runs_before_the_pool_is_shut_down():
    assert_holds("""
    def test():
        seen = []
        with ThreadPoolExecutor(1) as pool:
            pool.submit(abs, -4).add_done_callback(lambda f: seen.append(f.result()))
        assert seen == [4]
    """)


def test_pool_that_nobody_shuts_down_ends_with_the_program():
    assert_holds("""
    def test():
        assert ThreadPoolExecutor(1).submit(abs, -1).result() == 1
    """)


def test_submit_after_shutdown_raises():
    assert_fails(
        """
    def test():
        pool = ThreadPoolExecutor(1)
        pool.shutdown()
        pool.submit(abs, 1)
    """,
        "error",
        "RuntimeError: cannot schedule new futures after shutdown",
    )


def test_cancelled_future_never_runs():
    assert_holds("""
    def test():
        gate = threading.Event()
        ran = []
        with ThreadPoolExecutor(1) as pool:
            pool.submit(gate.wait)
            second = pool.submit(ran.append, 1)
            cancelled = second.cancel()
            gate.set()
        assert cancelled and ran == []
    """)


def test_makespan_of_a_pool_of_two_is_exact():
    assert_holds(
        """
    def test():
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(time.sleep, [1, 1, 1]))
        assert time.monotonic() == 2
    """,
        punctual=True,
    )


def test_future_may_be_filled_by_hand():
    assert_holds("""
    def test():
        future = Future()
        thread = threading.Thread(target=lambda: future.set_result(9))
        thread.start()
        assert future.result() == 9
        thread.join()
    """)


def test_futures_that_are_waited_for_are_locked_in_the_order_of_their_virtual_ids():
    """By their addresses, replays would differ."""
    assert_holds(
        """
        from concurrent.futures._base import _AcquireFutures

        def test():
            futures = [Future() for _ in range(5)]
            for future in reversed(futures):
                id(future)
            assert _AcquireFutures(futures).futures == futures[::-1]
            assert repr(futures[-1]).startswith("<Future at 0x1 ")
        """
    )


def test_search_is_proved_though_a_set_of_futures_has_other_addresses_each_time():
    assert_holds(
        """
        kept, pending, by_future = [], set(), {}

        def test():
            with ThreadPoolExecutor(1) as pool:
                for n in range(2):
                    kept.append(bytearray(n * 1000))
                    future = pool.submit(abs, n)
                    by_future[future] = n
                    pending.add(future)
                done = wait(pending).done
            assert sorted(by_future[future] for future in done) == [0, 1]
        """
    )
