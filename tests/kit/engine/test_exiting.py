"""What a program registers with `atexit` is called when all its threads but daemons have ended, the last first."""

import atexit

from tests.kit.engine.programs import assert_fails, executed

ENDING = """
    import atexit

    done = []

    def work():
        time.sleep(1)
        done.append("work")

    def check():
        assert done == ["work", "last", "first"], done

    def fail():
        raise ValueError("left out")

    def test():
        atexit.register(check)
        atexit.register(done.append, "first")
        atexit.register(fail)
        atexit.unregister(fail)
        atexit.register(done.append, "last")
        {}
"""
THREAD = "threading.Thread(target=work{}).start()"


def test_exit_functions_are_called_in_reverse_after_threads_have_ended(capfd):
    assert executed(ENDING.format(THREAD.format(""))).failure is None
    assert capfd.readouterr().err == ""


def test_error_of_an_exit_function_is_printed_and_the_others_are_called(capfd):
    assert executed(ENDING.format("atexit.register(fail)")).failure is None
    printed = capfd.readouterr().err
    assert "ValueError: left out" in printed
    assert "AssertionError: ['last', 'first']" in printed


def test_daemon_that_an_exit_function_joins_gets_its_work_done(capfd):
    source = """
        import atexit

        def work():
            time.sleep(1)
            print("worked")

        def test():
            thread = threading.Thread(target=work, daemon=True)
            thread.start()
            {}
    """
    executed(source.format("pass"))
    assert capfd.readouterr().out == ""
    executed(source.format("atexit.register(thread.join)"))
    assert capfd.readouterr().out == "worked\n"


def test_thread_that_never_ends_is_waited_for_at_exit():
    assert_fails(
        ENDING.format("threading.Thread(target=threading.Event().wait).start()"), "waiting"
    )


def test_outside_of_an_execution_functions_are_registered_for_real():
    from grading.engine import model

    calls = []
    model.module("atexit").register(calls.append, 1)
    assert atexit._ncallbacks() > 0
    model.module("atexit").unregister(calls.append)


def test_next_execution_knows_of_no_exit_function(capfd):
    executed("    import atexit\n    def test(): atexit.register(print, 'late'); raise ValueError")
    executed("    def test(): pass")
    assert capfd.readouterr().out == ""
