from tests.kit.engine.programs import assert_fails, assert_holds


def test_function_is_called_after_the_interval():
    assert_holds(
        """
        def test():
            called = []
            timer = threading.Timer(5, lambda: called.append(time.monotonic()))
            timer.start()
            timer.join()
            assert called == [5]
        """,
        punctual=True,
    )


def test_cancelled_timer_calls_nothing():
    source = """
        def test():
            called = []
            timer = threading.Timer(5, lambda: called.append(1))
            timer.start()
            time.sleep({})
            timer.cancel()
            timer.join()
            assert called == []
    """
    assert_holds(source.format(1), punctual=True)
    assert_fails(source.format(6), punctual=True)


def test_cancel_may_come_too_late_if_time_passes_early():
    assert_fails("""
        def test():
            called = []
            timer = threading.Timer(0.001, lambda: called.append(1))
            timer.start()
            timer.cancel()
            timer.join()
            assert called == []
    """)


def test_timer_that_nobody_joins_is_waited_for_at_the_end_of_the_program():
    assert_holds(
        """
        def test():
            threading.Timer(3600, print).start()
        """,
        search="proved",
    )
