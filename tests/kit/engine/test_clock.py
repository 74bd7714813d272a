import pytest

from tests.kit.engine.programs import assert_fails, assert_holds, executed


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_sleeps_side_by_side_take_as_long_as_one(threads):
    execution = executed(
        f"""
        def test():
            in_threads(*[lambda: time.sleep(0.1)] * {threads})
            assert time.monotonic() == 0.1
        """,
        punctual=True,
    )
    assert execution.failure is None


def test_sleeps_one_after_the_other_add_up_under_every_schedule():
    assert_holds(
        """
        lock = threading.Lock()

        def nap():
            with lock:
                time.sleep(2)

        def test():
            in_threads(nap, nap)
            assert time.monotonic() == 4
        """,
        punctual=True,
    )


def test_sleeper_may_overtake_who_could_go_on_unless_punctual():
    source = """
        seen = []

        def work():
            seen.append("work")

        def test():
            thread = threading.Thread(target=work)
            thread.start()
            time.sleep(1)
            seen.append("slept")
            thread.join()
            assert seen == ["work", "slept"]
    """
    assert_fails(source)
    assert_holds(source, punctual=True)


def test_sleepers_wake_in_the_order_of_their_deadlines():
    assert_holds(
        """
        order = []

        def nap(seconds):
            time.sleep(seconds)
            order.append(seconds)

        def test():
            in_threads(lambda: nap(3), lambda: nap(1), lambda: nap(2))
            assert order == [1, 2, 3]
        """,
        punctual=True,
    )


def test_all_clocks_stand_still_while_nobody_sleeps():
    assert_holds("""
        def test():
            clocks = (time.monotonic, time.perf_counter, time.time, time.monotonic_ns)
            before = [clock() for clock in clocks]
            in_threads(lambda: sum(range(1000)))
            assert [clock() for clock in clocks] == before
            time.sleep(1)
            assert [clock() - was for clock, was in zip(clocks, before)] == [1, 1, 1, 10**9]
    """)


def test_negative_sleep_raises():
    assert_fails("def test(): time.sleep(-1)", "error", "ValueError: sleep length must be")


def test_sleep_of_nothing_lets_others_go_first_or_not():
    source = """
        order = []

        def test():
            thread = threading.Thread(target=lambda: order.append("other"))
            thread.start()
            time.sleep(0)
            order.append("me")
            thread.join()
            assert order[0] == {!r}
    """
    assert_fails(source.format("me"))
    assert_fails(source.format("other"))


def test_year_of_sleep_costs_nothing():
    execution = executed("def test(): time.sleep(365 * 24 * 3600)")
    assert execution.failure is None
    assert execution.steps < 10


def test_a_look_at_a_clock_after_a_long_loop_costs_nothing():
    """A look costs time only to who looks again and again, and waits for the clock to move."""
    assert_holds(
        """
        def work():
            time.sleep(0.1)
            for _ in range(45): pass
            times.append(time.monotonic())

        times = []

        def test():
            in_threads(*[work] * 3)
            for _ in range(45): pass
            assert times == [0.1] * 3 and time.monotonic() == 0.1
        """,
        punctual=True,
    )
