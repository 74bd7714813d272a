from tests.kit.engine.programs import assert_fails, assert_holds

PUBLISH = """
    ready = threading.Event()
    value = None

    def publish():
        global value
        {}

    def test():
        thread = threading.Thread(target=publish)
        thread.start()
        {}
        assert value == 7
        thread.join()
"""


def test_value_is_there_when_the_event_was_set_after_it():
    assert_holds(PUBLISH.format("value = 7; ready.set()", "ready.wait()"))


def test_value_may_be_missing_when_the_event_was_set_before_it():
    assert_fails(PUBLISH.format("ready.set(); value = 7", "ready.wait()"))


def test_value_may_be_missing_when_nobody_waits():
    assert_fails(PUBLISH.format("value = 7; ready.set()", "pass"))


def test_wait_with_a_timeout_must_be_checked():
    assert_fails(PUBLISH.format("value = 7; ready.set()", "ready.wait(10)"))


def test_event_that_nobody_sets_is_waited_for_for_ever():
    assert_fails("def test(): threading.Event().wait()", "waiting", "Event.wait")


def test_wait_says_whether_the_event_came_in_time():
    source = """
        def test():
            event = threading.Event()
            thread = threading.Thread(target=lambda: (time.sleep(1), event.set()))
            thread.start()
            assert event.wait({}) is {}
            assert time.monotonic() == {}
            thread.join()
    """
    assert_holds(source.format(2, True, 1), punctual=True)
    assert_holds(source.format(0.25, False, 0.25), punctual=True)


def test_everybody_who_waits_is_let_through():
    assert_holds("""
        event = threading.Event()

        def test():
            in_threads(event.wait, event.wait, event.set)
    """)


def test_clear_right_after_set_is_missed_by_who_comes_late():
    assert_fails(
        """
        event = threading.Event()

        def pulse():
            event.set()
            event.clear()

        def test():
            in_threads(event.wait, pulse)
        """,
        "waiting",
    )


def test_polling_of_is_set_with_naps_passes():
    assert_holds(
        """
        event = threading.Event()

        def poll():
            while not event.is_set():
                time.sleep(0.1)

        def test():
            in_threads(poll, event.set)
        """,
        search="bounded",
    )


def test_check_of_is_set_before_set_is_a_race():
    assert_fails("""
        event = threading.Event()
        winners = []

        def claim(name):
            if not event.is_set():
                event.set()
                winners.append(name)

        def test():
            in_threads(lambda: claim(1), lambda: claim(2))
            assert len(winners) == 1
    """)
