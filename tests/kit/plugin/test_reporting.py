import pytest

from tests.kit.plugin.lab import Lab

SUITE = """
    def test_one(exercise):
        thread = threading.Thread(target=exercise.bump)
        thread.start()
        thread.join()
        expect("bump()", got=exercise.n, expected=1)

    @pytest.mark.world("model")
    def test_two(exercise):
        threads = [threading.Thread(target=exercise.bump) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        expect("bump() twice", got=exercise.n, expected=2)
"""
UNLOCKED = "n = 0\n\ndef bump():\n    global n\n    n += 1"
PER_TEST = [("test_one", "model"), ("test_two", "model"), ("test_one", "live")]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"))
    lab.exercise(SUITE, UNLOCKED)
    return lab.report("--count", "3")


def test_each_test_and_world_has_one_start_and_one_result_in_this_order(report):
    events = [(line["event"], line.get("name"), line.get("world")) for line in report]
    assert events == [
        *((event, *test) for test in PER_TEST for event in ("start", "test")),
        ("end", None, None),
    ]


def test_every_line_repeats_the_nonce(report):
    assert {line["nonce"] for line in report} == {"n0nce"}


def test_results_say_what_was_searched_and_which_schedule_failed(report):
    passed, failed, live = [line for line in report if line["event"] == "test"]
    assert (passed["status"], passed["token"], passed["message"]) == ("passed", None, "")
    assert passed["search"]["kind"] == "proved"
    assert (live["status"], live["search"], live["token"]) == ("passed", None, None)
    assert failed["status"] == "failed"
    assert failed["token"] in failed["message"]
    assert failed["message"].startswith("called    bump() twice\ngot       1\nexpected  2")
    assert failed["search"]["kind"] == "sampled"
    assert all(line["seconds"] > 0 for line in (passed, live, failed))


def test_unusable_file_is_reported_as_such(lab):
    lab.exercise(SUITE, "n = 0", defines="bump()")
    report = lab.report("--count", "1", "-k", "model")
    invalid = [line for line in report if line["event"] == "invalid"]
    assert "does not define bump" in invalid[0]["message"]
    assert [line["status"] for line in report if line["event"] == "test"] == ["failed", "failed"]
    assert report[-1]["event"] == "end"


def test_program_that_depends_on_chance_is_a_fault_of_the_grader_and_not_the_learners(lab):
    """It fails in the first execution of all, whatever the schedule."""
    lab.exercise(
        """
        @pytest.mark.world("model")
        def test_it(exercise): expect("f()", got=exercise.f(), expected=1)
        """,
        """
        import sys

        def f():
            first = not hasattr(sys, "called_before")
            sys.called_before = True
            return 2 if first else 1
        """,
    )
    line = next(line for line in lab.report() if line["event"] == "test")
    assert line["status"] == "grader_error"
    assert "could not reproduce" in line["message"]


def test_fault_of_the_engine_is_not_the_learners(lab):
    lab.exercise(
        """
        from grading.engine import reduction

        @pytest.mark.world("model")
        def test_it(exercise):
            reduction.Reduction.learn = lambda self: [][0]
        """,
        "f = 1",
    )
    line = next(line for line in lab.report() if line["event"] == "test")
    assert line["status"] == "grader_error"
    assert "the grader has a fault: IndexError" in line["message"]


def test_where_it_is_asked_for_one_test_is_observed_after_the_tests_of_the_model_world(lab):
    lab.exercise(SUITE, UNLOCKED)
    *tests, observed, end = lab.report("--observe=")
    ran = [(line["name"], line["world"]) for line in tests if line["event"] == "test"]
    assert ran == [("test_one", "model"), ("test_two", "model")]
    assert (observed["event"], end["event"]) == ("observed", "end")
    assert observed["document"]["test"] == "test_two"
    assert {each["value"] for each in observed["outcomes"]["found"]} == {"1", "2"}


def test_what_has_no_switch_points_is_reported_with_its_test(lab):
    lab.exercise(
        """
        @pytest.mark.world("model")
        def test_it(exercise):
            threads = [threading.Thread(target=exercise.f) for _ in range(2)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
        """,
        "def f(): exec('x = 1', {})",
    )
    (unseen,) = (line for line in lab.report() if line["event"] == "unseen")
    assert (unseen["name"], unseen["words"]) == ("test_it", ["exec"])


def test_nothing_is_written_unless_asked_for(lab):
    lab.exercise(SUITE, UNLOCKED)
    lab.run("--count", "1", "-k", "test_one and model")
    assert not (lab.root / "report").exists()


def test_report_ends_even_if_a_thread_is_left_running(lab):
    lab.exercise(
        """
        @pytest.mark.world("live")
        def test_it(exercise): exercise.f()
        """,
        "import threading\n\ndef f(): threading.Thread(target=threading.Event().wait).start()",
    )
    report = lab.report("--count", "2")
    assert [line["event"] for line in report] == ["start", "test", "end"]
    assert report[1]["status"] == "failed"
