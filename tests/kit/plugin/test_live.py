"""What only shows with real threads: who blocks for ever, and whether the process ends all the same."""

HANGS = """
    @pytest.mark.world("live")
    def test_it(exercise): exercise.f()

    @pytest.mark.world("live")
    def test_after(exercise): expect("1", got=1, expected=1)
"""


def test_main_thread_that_waits_for_ever_is_ended_by_the_timeout(lab):
    lab.exercise(HANGS, "import threading\n\ndef f(): threading.Event().wait()")
    ran = lab.run("--timeout", "1", "--count", "2")
    assert "it did not end in time" in ran.text("test_it[live-1-2]")
    assert "failed in repetition 1 already" in ran.text("test_it[live-2-2]")
    assert not ran.text("test_after[live-1-2]")


def test_process_ends_although_threads_are_left_and_later_tests_are_run(lab):
    lab.exercise(
        HANGS,
        "import threading\n\ndef f():\n    gate = threading.Event()\n"
        '    for name in "BA": threading.Thread(target=gate.wait, name=name).start()',
    )
    ran = lab.run("--count", "2")
    assert "a thread was left running: A and B" in ran.text("test_it[live-1-2]")
    assert not ran.text("test_after[live-2-2]")
    assert ran.ret == 1


def test_daemon_may_be_left(lab):
    lab.exercise(
        HANGS,
        "import threading\n\ndef f():\n"
        "    threading.Thread(target=threading.Event().wait, daemon=True).start()",
    )
    ran = lab.run("--count", "2")
    assert ran.failed == []
    assert ran.ret == 0
