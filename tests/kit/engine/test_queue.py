import pytest

from tests.kit.engine.programs import assert_fails, assert_holds

RELAY = """
    def test():
        channel = queue.{}
        got = []

        def produce():
            for i in range(2):
                channel.put(i)
            {}

        def consume():
            while (item := channel.get()) is not None:
                got.append(item)

        in_threads(produce, consume)
        assert got == [0, 1]
"""


@pytest.mark.parametrize("kind", ["Queue()", "Queue(1)", "SimpleQueue()"])
def test_values_arrive_in_order_until_the_end_mark(kind):
    assert_holds(RELAY.format(kind, "channel.put(None)"))


@pytest.mark.parametrize("kind", ["Queue()", "Queue(1)", "SimpleQueue()"])
def test_consumer_waits_for_ever_without_an_end_mark(kind):
    assert_fails(RELAY.format(kind, "pass"), "waiting", f"{kind.split('(')[0]}.get")


def test_one_value_through_a_queue_is_proved():
    assert_holds("""
        def test():
            channel, got = queue.Queue(), []
            in_threads(lambda: channel.put(7), lambda: got.append(channel.get()))
            assert got == [7]
    """)


def test_bounded_queue_blocks_who_puts_too_much():
    source = """
        def test():
            channel = queue.Queue({})
            channel.put(1)
            channel.put(2)
    """
    assert_holds(source.format(2))
    assert_fails(source.format(1), "waiting", "Queue.put")


def test_bounded_queue_never_holds_more_than_its_size():
    assert_holds(
        """
        channel = queue.Queue(1)

        def produce():
            for i in range(2):
                channel.put(i)
                assert channel.qsize() <= 1

        def test():
            in_threads(produce, lambda: [channel.get() for _ in range(2)])
        """
    )


def test_empty_is_no_promise_that_get_finds_something():
    source = """
        def test():
            channel = queue.Queue()
            channel.put(1)

            def take():
                {}

            in_threads(take, take)
    """
    assert_fails(source.format("if not channel.empty(): channel.get()"), "waiting", "Queue.get")
    held = "try: channel.get_nowait()\n                except queue.Empty: pass"
    assert_holds(source.format(held))


def test_get_and_put_give_up_when_their_timeout_has_passed():
    assert_holds(
        """
        def test():
            channel = queue.Queue(1)
            try:
                channel.get(timeout=1)
            except queue.Empty:
                channel.put("full")
            try:
                channel.put("too much", timeout=2)
            except queue.Full:
                assert time.monotonic() == 3
            else:
                assert False
        """,
        punctual=True,
    )


def test_get_with_a_timeout_may_come_away_empty_if_time_passes_early():
    source = """
        def test():
            channel, got = queue.Queue(), []
            thread = threading.Thread(target=lambda: channel.put(1))
            thread.start()
            got.append(channel.get(timeout=60))
            thread.join()
    """
    assert_fails(source, "error", "Empty")
    assert_holds(source, punctual=True)


def test_join_returns_when_every_task_is_done():
    source = """
        def test():
            channel, done = queue.Queue(), []

            def work():
                item = channel.get()
                {}

            channel.put(1)
            thread = threading.Thread(target=work)
            thread.start()
            channel.join()
            assert done == [1]
            thread.join()
    """
    assert_holds(source.format("done.append(item); channel.task_done()"))
    assert_fails(source.format("channel.task_done(); done.append(item)"))
    assert_fails(source.format("done.append(item)"), "waiting", "Queue.join")


def test_other_orders_are_kept():
    assert_holds("""
        def test():
            last, least = queue.LifoQueue(), queue.PriorityQueue()
            for item in (2, 3, 1):
                last.put(item)
                least.put(item)
            assert [last.get() for _ in range(3)] == [1, 3, 2]
            assert [least.get() for _ in range(3)] == [1, 2, 3]
    """)


def test_two_consumers_share_what_there_is_without_loss():
    assert_holds("""
        got = []

        def test():
            channel = queue.SimpleQueue()
            channel.put(1)
            channel.put(2)
            in_threads(*[lambda: got.append(channel.get())] * 2)
            assert sorted(got) == [1, 2]
    """)


@pytest.mark.parametrize(("done", "left"), [(0, "2 items"), (1, "1 item")])
def test_join_of_a_queue_says_how_often_task_done_is_missing(done, left):
    source = f"""
        def test():
            channel = queue.Queue()
            for item in "ab":
                channel.put(item)
            for _ in range({done}):
                channel.task_done()
            channel.join()
    """
    assert_fails(source, "waiting", f"Queue.join(): task_done() is missing for {left}\n")
