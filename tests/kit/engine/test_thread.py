import pytest

from tests.kit.engine.programs import assert_fails, assert_holds

WORK = """
    done = []

    def work():
        {}
        done.append(1)

    def test():
        thread = threading.Thread(target=work, name="worker"{})
        thread.start()
        {}
        assert done == [1]
"""


def test_missing_join_fails():
    assert_fails(WORK.format("pass", "", "pass"))


def test_join_is_proved():
    assert_holds(WORK.format("pass", "", "thread.join()"))


@pytest.mark.parametrize("seconds", [0, 0.1, 3600])
def test_sleep_for_join_fails_however_long(seconds):
    assert_fails(WORK.format("pass", "", f"time.sleep({seconds})"))


def test_join_with_a_timeout_is_no_join():
    assert_fails(WORK.format("pass", "", "thread.join(60)"))


def test_join_with_a_timeout_takes_that_long():
    assert_holds(
        """
        def test():
            thread = threading.Thread(target=lambda: time.sleep(10))
            thread.start()
            thread.join(4)
            assert thread.is_alive() and time.monotonic() == 4
            thread.join(100)
            assert not thread.is_alive() and time.monotonic() == 10
        """,
        punctual=True,
    )


def test_polling_of_is_alive_with_naps_passes():
    verdict = assert_holds(
        WORK.format("pass", "", "while thread.is_alive(): time.sleep(0.01)"), search="bounded"
    )
    assert verdict.search.schedules > 1


def test_polling_of_a_flag_with_naps_passes():
    assert_holds(
        WORK.format("pass", "", "while not done: time.sleep(0.01)\n        thread.join()"),
        search="bounded",
    )


def test_spinning_on_a_flag_that_nobody_sets_is_named():
    assert_fails(
        """
        flag = False

        def spin():
            while not flag:
                pass

        def test():
            in_threads(spin)
        """,
        "spinning",
        "A",
        "line 1",
    )


def test_spinning_on_a_flag_that_somebody_sets_ends():
    assert_holds(
        WORK.format("pass", "", "while not done: pass\n        thread.join()"), search="bounded"
    )


def test_test_that_spins_by_itself_is_named():
    assert_fails("def test():\n        while True: pass", "spinning", "the test")


def test_thread_left_running_for_ever_is_named():
    assert_fails(
        """
        def test():
            gate = threading.Event()
            threading.Thread(target=lambda: gate.wait(), name="forgotten").start()
        """,
        "left running",
        "forgotten",
    )


def test_thread_left_going_round_and_round_is_named():
    assert_fails(
        """
        def spin():
            while True: pass

        def test():
            threading.Thread(target=spin, name="forgotten").start()
        """,
        "left running",
        "forgotten",
    )


def test_thread_that_ends_by_itself_may_outlive_the_test():
    assert_holds("""
        def test():
            threading.Thread(target=lambda: time.sleep(60)).start()
    """)


def test_daemon_may_be_left_running():
    assert_holds("""
        def test():
            gate = threading.Event()
            threading.Thread(target=lambda: gate.wait(), daemon=True).start()
    """)


def test_exception_that_escapes_a_thread_is_named():
    source = WORK.format("raise KeyError('lost')", "", "thread.join(); done.append(1)")
    assert_fails(source, "escaped", "worker", "KeyError", "lost", "line")
    assert_holds(source, may_escape=True)


def test_exit_of_a_thread_is_no_escape():
    assert_holds(WORK.format("done.append(1); raise SystemExit", "", "thread.join()"))


def test_failed_test_is_reported_before_what_it_leaves_behind():
    assert_fails(
        """
        def test():
            gate = threading.Event()
            threading.Thread(target=lambda: gate.wait()).start()
            raise ValueError("first")
        """,
        "error",
        "ValueError: first",
    )


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("thread.start()", "threads can only be started once"),
        ("threading.Thread().join()", "cannot join thread before it is started"),
        ("threading.current_thread().join()", "cannot join current thread"),
    ],
)
def test_misuse_raises_as_in_the_real_world(program, message):
    source = f"""
        def test():
            thread = threading.Thread()
            thread.start()
            thread.join()
            {program}
    """
    assert_fails(source, "error", f"RuntimeError: {message}")


def test_subclass_with_a_run_of_its_own_is_run():
    assert_holds("""
        class Worker(threading.Thread):
            def run(self):
                self.result = self.name

        def test():
            workers = [Worker(name=name) for name in "AB"]
            for worker in workers: worker.start()
            for worker in workers: worker.join()
            assert [worker.result for worker in workers] == ["A", "B"]
    """)


def test_who_is_alive_depends_on_the_schedule():
    source = """
        def test():
            thread = threading.Thread(target=lambda: None)
            thread.start()
            assert {}
            thread.join()
            assert threading.active_count() == 1
    """
    assert_fails(source.format("thread.is_alive()"))
    assert_fails(source.format("not thread.is_alive()"))
    assert_fails(source.format("thread in threading.enumerate()"))
    assert_fails(source.format("threading.active_count() == 1"))


def test_two_threads_that_join_each_other_deadlock():
    assert_fails(
        """
        threads = []

        def test():
            go = threading.Event()
            for other in (1, 0):
                def join(other=other):
                    go.wait()
                    threads[other].join()
                threads.append(threading.Thread(target=join, name="AB"[1 - other]))
            for thread in threads: thread.start()
            go.set()
            threads[0].join()
        """,
        "deadlock",
        "A waits in join() for B",
        "B waits in join() for A",
    )


def test_order_of_start_is_no_order_of_running():
    assert_fails("""
        order = []

        def test():
            in_threads(lambda: order.append(1), lambda: order.append(2))
            assert order == [1, 2]
    """)


def test_raw_thread_runs():
    assert_holds("""
        import _thread

        def test():
            done = _thread.allocate_lock()
            done.acquire()
            _thread.start_new_thread(done.release, ())
            done.acquire()
    """)


def test_daemon_may_be_said_by_the_class():
    assert_holds("""
        class Heart(threading.Thread):
            daemon = True
            def run(self): threading.Event().wait()

        def test(): Heart().start()
    """)


BY_IDENT = """
    import _thread

    found = {{}}

    def work(value):
        found[{}] = value

    def test():
        threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
        {}
        assert len(found) == 2, found
"""
ALL_AT_ONCE = "for t in threads: t.start()\n        for t in threads: t.join()"
WAITING = """barrier = threading.Barrier(2)
        def meet(n): work(n); barrier.wait()
        threads = [threading.Thread(target=meet, args=(n,)) for n in range(2)]
        for t in threads: t.start()
        for t in threads: t.join()"""
IDENTS = [
    "threading.get_ident()",
    "_thread.get_ident()",
    "threading.current_thread().ident",
    "int(repr(threading.current_thread()).split()[-1][:-2])",
]


@pytest.mark.parametrize("ident", IDENTS)
def test_a_thread_may_have_the_ident_of_one_that_has_ended(ident):
    assert_fails(BY_IDENT.format(ident, ALL_AT_ONCE), "error", "{2: 1}")


@pytest.mark.parametrize("ident", IDENTS)
def test_threads_that_live_at_the_same_time_have_idents_of_their_own(ident):
    assert_holds(BY_IDENT.format(ident, WAITING))


def test_native_ids_and_thread_objects_are_not_used_again():
    for key in ("threading.get_native_id()", "threading.current_thread()"):
        assert_holds(BY_IDENT.format(key, ALL_AT_ONCE))


def test_a_thread_with_the_ident_of_another_is_joined_by_itself():
    assert_holds(
        """
        done = []

        def test():
            first = threading.Thread(target=lambda: done.append(1))
            first.start()
            first.join()
            second = threading.Thread(target=lambda: (time.sleep(1), done.append(2)))
            second.start()
            assert second.ident == first.ident and second.is_alive() and not first.is_alive()
            assert threading.enumerate() == [threading.main_thread(), second]
            first.join()
            second.join()
            assert done == [1, 2]
        """,
        punctual=True,
    )
