"""Programs about `concurrent.futures`: the names that each is about, and its right and its wrong version."""

PAIRS = {
    "futures.FIRST_COMPLETED futures.FIRST_EXCEPTION futures.ALL_COMPLETED futures.wait": (
        """
        from concurrent import futures

        def fail():
            time.sleep(2)
            raise KeyError

        def test():
            with ThreadPoolExecutor(3) as pool:
                jobs = [pool.submit(time.sleep, 1), pool.submit(fail), pool.submit(time.sleep, 3)]
                for seconds, rule in enumerate(
                    [futures.FIRST_COMPLETED, futures.FIRST_EXCEPTION, futures.ALL_COMPLETED], {}
                ):
                    done, pending = futures.wait(fs=jobs, return_when=rule)
                    assert time.monotonic() == len(done) == seconds
        """,
        ("1", "2"),
    ),
    "futures.as_completed futures.TimeoutError": (
        """
        def test():
            with ThreadPoolExecutor(2) as pool:
                jobs = [pool.submit(time.sleep, seconds) for seconds in (1, 9)]
                got = []
                try:
                    for job in as_completed(jobs, timeout={}):
                        got.append(job)
                except TimeoutError as error:
                    assert str(error) == "1 (of 2) futures unfinished"
                    assert time.monotonic() == 3
                assert got == jobs[:1]
        """,
        ("3", "9.5"),
    ),
    "futures.CancelledError Executor.shutdown": (
        """
        from concurrent.futures import CancelledError

        def test():
            pool = ThreadPoolExecutor(1)
            first, second = pool.submit(time.sleep, 1), pool.submit(int)
            time.sleep(0.5)
            pool.shutdown(cancel_futures={})
            assert first.result() is None and second.done()
            try:
                second.result()
                assert False
            except CancelledError:
                pass
        """,
        ("True", "False"),
    ),
    "futures.BrokenExecutor futures.ThreadPoolExecutor BrokenThreadPool": (
        """
        from concurrent.futures import BrokenExecutor
        from concurrent.futures.thread import BrokenThreadPool
        import logging

        logging.getLogger("concurrent.futures").disabled = True
        names = []

        def begin(value):
            names.append(threading.current_thread().name)
            if value:
                raise KeyError

        def test():
            with ThreadPoolExecutor(
                1, thread_name_prefix="W", initializer=begin, initargs=({},)
            ) as pool:
                try:
                    pool.submit(int).result()
                    assert False
                except BrokenThreadPool as error:
                    assert isinstance(error, BrokenExecutor)
            assert names == ["W_0"]
        """,
        ("1", "0"),
    ),
    "futures.InvalidStateError Future.set_running_or_notify_cancel futures.Future": (
        """
        from concurrent.futures import InvalidStateError

        def test():
            future = Future()
            assert future.set_running_or_notify_cancel()
            assert future.running() and not future.cancel()
            future.set_result(1)
            try:
                {}
                assert False
            except InvalidStateError:
                assert future.exception() is None
        """,
        ("future.set_result(2)", "future.result()"),
    ),
    "Future.cancel Future.cancelled": (
        """
        ran = []

        def test():
            future = Future()

            def work():
                if future.set_running_or_notify_cancel():
                    ran.append(1)

            thread = threading.Thread(target=work)
            thread.start()
            cancelled = future.cancel()
            thread.join()
            assert future.cancelled() is cancelled and ran == {}
        """,
        ("([] if cancelled else [1])", "[]"),
    ),
    "Future.add_done_callback": (
        """
        seen = []

        def test():
            future = Future()
            future.add_done_callback(seen.append)
            thread = threading.Thread(target=future.set_result, args=(1,))
            thread.start()
            {}
            assert seen == [future]
            thread.join()
        """,
        ("thread.join()", "future.result()"),
    ),
    "futures.Executor Executor.map": (
        """
        from concurrent.futures import Executor

        def test():
            with ThreadPoolExecutor(2) as pool:
                assert isinstance(pool, Executor)
                assert list(pool.map(pow, [2, 3], [3, 2], chunksize=2)) == [8, 9]
                try:
                    list(pool.map(time.sleep, [1, 5], timeout={}))
                    assert False
                except TimeoutError:
                    assert time.monotonic() == 2
        """,
        ("2", "6"),
    ),
}
