"""Programs about clocks and the calendar: the names that each is about, and its right and its wrong version."""

PAIRS = {
    "time.localtime time.gmtime time.ctime time.asctime time.strftime time.mktime time.strptime "
    "time.struct_time": (
        """
        def test():
            time.sleep(86400)
            days = [time.gmtime(), time.gmtime(None), time.gmtime(time.time())]
            assert days == [time.gmtime(1_700_000_000 + {} * 86400)] * 3
            assert isinstance(days[0], time.struct_time)
            assert time.localtime() == time.localtime(time.time())
            assert time.ctime() == time.ctime(None) == time.asctime()
            assert time.ctime() == time.asctime(time.localtime()) == time.strftime("%a %b %e %H:%M:%S %Y")
            assert time.strptime(time.ctime()).tm_year == 2023
            assert time.mktime(time.localtime()) == time.time()
        """,
        ("1", "2"),
    ),
    "time.time_ns time.perf_counter_ns time.monotonic_ns time.clock_gettime time.clock_gettime_ns "
    "time.CLOCK_REALTIME time.CLOCK_MONOTONIC": (
        """
        def test():
            began = time.time_ns()
            time.sleep({})
            assert time.time_ns() - began == time.monotonic_ns() == time.perf_counter_ns() == 10**9
            assert time.clock_gettime(time.CLOCK_REALTIME) == time.time()
            assert time.clock_gettime_ns(time.CLOCK_MONOTONIC) == 10**9
        """,
        ("1", "2"),
    ),
    "time.process_time time.process_time_ns time.thread_time time.thread_time_ns "
    "time.CLOCK_PROCESS_CPUTIME_ID time.CLOCK_THREAD_CPUTIME_ID": (
        """
        def work():
            {}
            while time.thread_time() < 0.05:
                pass

        def test():
            time.sleep(1)
            in_threads(work, work)
            assert time.thread_time() == time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID) == 0
            assert 0.1 <= time.process_time() < 0.2
            assert time.process_time() == time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)
            assert time.thread_time_ns() == 0 < time.process_time_ns()
        """,
        ("pass", "assert time.process_time() == 1"),
    ),
    "time.perf_counter time.monotonic": (
        """
        def test():
            end = time.monotonic() + 0.5
            while time.perf_counter() < end:
                pass
            assert time.monotonic() {} end
        """,
        (">=", "<"),
    ),
    "datetime.now date.today": (
        """
        from datetime import UTC, date, datetime, timedelta

        def test():
            began = datetime.now()
            time.sleep(86400)
            assert datetime.now() - began == timedelta({}) and date.today() - began.date() == timedelta(1)
            assert datetime.now(UTC).timestamp() == time.time() and isinstance(began, date)
        """,
        ("1", "2"),
    ),
    "sched.scheduler timeit.default_timer": (
        """
        import sched
        from timeit import default_timer

        def test():
            plan, order = sched.scheduler(), []
            for delay in (2, 1):
                plan.enter(delay, 1, order.append, (delay,))
            plan.run()
            assert order == [1, 2] and default_timer() == {}
        """,
        ("2", "1"),
    ),
}
