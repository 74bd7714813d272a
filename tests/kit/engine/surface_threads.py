"""Programs about `threading` and `queue`: the names that each is about, and its right and its wrong version."""

PAIRS = {
    "threading.excepthook threading.ExceptHookArgs": (
        """
        seen = []

        def note(args):
            seen.append((args.exc_type, args.thread.name))

        def bad():
            raise KeyError

        def test():
            threading.excepthook = note
            assert issubclass(threading.ExceptHookArgs, tuple)
            in_threads(bad)
            assert seen == {}
        """,
        ("[(KeyError, 'A')]", "[]"),
    ),
    "threading.settrace threading.gettrace threading.setprofile threading.getprofile": (
        """
        called = []

        def hook(*args):
            called.append(args)

        def test():
            threading.settrace(hook)
            threading.setprofile(hook)
            in_threads(int)
            assert threading.gettrace() is threading.getprofile() is hook
            assert len(called) == {}
        """,
        ("0", "1"),
    ),
    "threading.settrace_all_threads threading.setprofile_all_threads": (
        """
        import sys

        def hook(*args):
            return hook

        def test():
            threading.settrace_all_threads(hook)
            threading.setprofile_all_threads(hook)
            in_threads(int)
            assert sys.gettrace() is not hook and sys.getprofile() is not hook
            assert threading.gettrace() is threading.getprofile() is {}
        """,
        ("hook", "None"),
    ),
    "threading.stack_size": (
        """
        def test():
            assert threading.stack_size(1 << 20) == 0
            in_threads(int)
            try:
                threading.stack_size(7)
            except ValueError:
                pass
            assert threading.stack_size() == {}
        """,
        ("1 << 20", "7"),
    ),
    "threading.get_native_id threading.main_thread": (
        """
        idents = []

        def note():
            me = threading.current_thread()
            assert me is not threading.main_thread() and me.native_id == threading.get_native_id()
            idents.append(me.native_id)

        def test():
            in_threads(note, note)
            assert threading.current_thread() is threading.main_thread()
            assert sorted(idents) == {}
        """,
        ("[2, 3]", "[1, 2]"),
    ),
    "threading.TIMEOUT_MAX": (
        """
        def test():
            try:
                assert threading.Lock().acquire(timeout=threading.TIMEOUT_MAX{})
            except OverflowError:
                assert False
        """,
        ("", " * 2"),
    ),
    "threading.ThreadError": (
        """
        def test():
            try:
                threading.Lock().release()
            except {}:
                pass
        """,
        ("threading.ThreadError", "ValueError"),
    ),
    "threading.enumerate threading.active_count threading.activeCount threading.currentThread": (
        """
        import warnings

        def test():
            done = threading.Event()
            thread = threading.Thread(target=done.wait, name="A")
            thread.start()
            names = [thread.name for thread in threading.enumerate()]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                assert threading.activeCount() == threading.active_count() == 2
                assert threading.currentThread() is threading.current_thread()
            done.set()
            thread.join()
            assert names == {}
        """,
        ("['MainThread', 'A']", "['A']"),
    ),
    "Thread.isDaemon Thread.getName Event.isSet Condition.notifyAll": (
        """
        import warnings

        warnings.simplefilter("ignore")
        condition, done = threading.Condition(), threading.Event()

        def work():
            done.set()
            with condition:
                condition.notifyAll()

        def test():
            thread = threading.Thread(target=work, daemon=False)
            thread.setName("W")
            assert thread.getName() == "W" and not thread.isDaemon()
            thread.start()
            with condition:
                if {}:
                    condition.wait()
            thread.join()
        """,
        ("not done.isSet()", "True"),
        "waiting",
    ),
    "Event.isSet Event.set": (
        """
        import warnings

        warnings.simplefilter("ignore")

        def test():
            done = threading.Event()
            thread = threading.Thread(target=done.set)
            thread.start()
            {}
            early = done.isSet()
            thread.join()
            assert early
        """,
        ("done.wait()", "pass"),
    ),
    "Barrier.n_waiting Barrier.broken Barrier.parties": (
        """
        barrier = threading.Barrier(2)

        def arrive():
            try:
                barrier.wait()
            except threading.BrokenBarrierError:
                pass

        def test():
            thread = threading.Thread(target=arrive)
            thread.start()
            waiting = barrier.n_waiting
            barrier.abort()
            thread.join()
            assert barrier.broken and barrier.parties == 2 and waiting in {}
        """,
        ("(0, 1)", "(0,)"),
    ),
    "SimpleQueue.empty SimpleQueue.qsize": (
        """
        def test():
            channel, got = queue.SimpleQueue(), []
            thread = threading.Thread(target=lambda: got.append(channel.get()))
            thread.start()
            channel.put(1)
            left = channel.qsize(), channel.empty()
            thread.join()
            assert left in [(1, False), (0, True), {}]
        """,
        ("(1, True)", "()"),
    ),
    "queue.ShutDown Queue.shutdown": (
        """
        channel, ended = queue.Queue(), []

        def take():
            try:
                channel.get()
            except queue.ShutDown:
                ended.append(1)

        def test():
            threads = [threading.Thread(target=take) for _ in range(2)]
            for thread in threads:
                thread.start()
            {}
            for thread in threads:
                thread.join()
            assert ended == [1, 1]
        """,
        ("channel.shutdown()", "channel.put(1); channel.shutdown(immediate=False)"),
    ),
    "queue.Full queue.Empty": (
        """
        def test():
            channel = queue.Queue(1)
            channel.put(1)
            try:
                channel.put_nowait(2)
            except {}:
                assert channel.get() == 1
            try:
                channel.get_nowait()
            except queue.Empty:
                pass
        """,
        ("queue.Full", "queue.Empty"),
    ),
}
