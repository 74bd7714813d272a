from tests.kit.engine.programs import assert_fails, assert_holds

PHASES = """
    barrier = threading.Barrier(2)
    written = []
    seen = []

    def work(name):
        written.append(name)
        {}
        seen.append(len(written))

    def test():
        in_threads(lambda: work("A"), lambda: work("B"))
        assert seen == [2, 2]
"""


def test_nobody_goes_on_before_all_have_arrived():
    assert_holds(PHASES.format("barrier.wait()"))


def test_without_the_barrier_somebody_goes_on_too_early():
    assert_fails(PHASES.format("pass"))


def test_party_too_few_waits_for_ever():
    assert_fails(
        """
        barrier = threading.Barrier(3)

        def test():
            in_threads(lambda: barrier.wait(), lambda: barrier.wait())
        """,
        "waiting",
        "Barrier.wait",
    )


def test_each_party_gets_another_index():
    assert_holds("""
        barrier = threading.Barrier(2)
        indexes = []

        def test():
            in_threads(*[lambda: indexes.append(barrier.wait())] * 2)
            assert sorted(indexes) == [0, 1]
    """)


def test_it_serves_again_and_again():
    assert_holds("""
        barrier = threading.Barrier(2)

        def twice():
            barrier.wait()
            barrier.wait()

        def test():
            in_threads(twice, twice)
    """)


def test_timeout_breaks_it_for_everybody():
    assert_holds(
        """
        barrier = threading.Barrier(3)
        broken = []

        def arrive():
            try:
                barrier.wait(timeout=2)
            except threading.BrokenBarrierError:
                broken.append(time.monotonic())

        def test():
            in_threads(arrive, arrive)
            assert broken == [2, 2] and barrier.broken
        """,
        punctual=True,
    )


def test_abort_wakes_who_waits():
    assert_holds("""
        barrier = threading.Barrier(2)
        broken = []

        def arrive():
            try:
                barrier.wait()
            except threading.BrokenBarrierError:
                broken.append(1)

        def test():
            in_threads(arrive, barrier.abort)
            assert broken == [1]
    """)


def test_its_action_runs_once_before_anybody_goes_on():
    assert_holds("""
        done = []
        barrier = threading.Barrier(2, action=lambda: done.append(1))

        def arrive():
            barrier.wait()
            assert done == [1]

        def test():
            in_threads(arrive, arrive)
    """)
