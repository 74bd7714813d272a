import pytest

SUITE = """
    def test_both(exercise): expect("f()", got=exercise.f(), expected=1)

    @pytest.mark.world("model")
    def test_in_model(exercise): pass

    @pytest.mark.world("live")
    def test_in_live(exercise): pass
"""
RIGHT = "def f(): return 1"
WRONG = "def f(): return 2"


def ids(ran):
    return [name.removeprefix("x::") for name in ran.texts]


def test_every_test_runs_in_its_worlds_model_first_and_live_twenty_times(lab):
    lab.exercise(SUITE, RIGHT)
    ran = lab.run()
    live = [f"[live-{n}-20]" for n in range(1, 21)]
    assert ids(ran) == [
        "test_both[model]",
        "test_in_model[model]",
        *(f"test_both{id}" for id in live),
        *(f"test_in_live{id}" for id in live),
    ]
    assert ran.failed == []
    assert ran.ret == pytest.ExitCode.OK


def test_count_holds_for_both_worlds(lab):
    lab.exercise(SUITE, RIGHT)
    ran = lab.run("--count", "3")
    both = [f"test_both[{world}-{n}-3]" for world in ("model", "live") for n in (1, 2, 3)]
    assert [name for name in ids(ran) if "both" in name] == both
    assert len(ids(ran)) == 12
    assert ran.failed == []


@pytest.mark.parametrize(("times", "live"), [(1, ["[live]"]), (2, ["[live-1-2]", "[live-2-2]"])])
def test_a_test_may_say_how_often_it_is_repeated_live(lab, times, live):
    lab.exercise(
        f"""
        @pytest.mark.repetitions({times})
        def test_costly(exercise): expect("f()", got=exercise.f(), expected=1)
        """,
        RIGHT,
    )
    ran = lab.run()
    assert ids(ran) == ["test_costly[model]", *(f"test_costly{id}" for id in live)]
    assert ran.failed == []
    assert len(ids(lab.run("--count", "3"))) == 6


def test_keyword_selects_worlds_and_tests(lab):
    lab.exercise(SUITE, RIGHT)
    ran = lab.run("-k", "test_both and model")
    assert ids(ran) == ["test_both[model]"]


def test_first_failure_ends_the_run_on_demand(lab):
    lab.exercise(SUITE, WRONG)
    ran = lab.run("-x")
    assert ids(ran) == ["test_both[model]"]
    assert ran.ret == pytest.ExitCode.TESTS_FAILED


def test_live_is_not_run_where_the_model_failed_already(lab):
    lab.exercise(SUITE, WRONG)
    ran = lab.run("--count", "2")
    assert ran.text("test_both[model-2-2]").startswith("called    f()")
    assert "not run with real threads" in ran.text("test_both[live-1-2]")
    assert not ran.text("test_in_live[live-1-2]")


def test_live_is_not_repeated_after_a_failure(lab):
    lab.exercise(
        """
        @pytest.mark.world("live")
        def test_in_live(exercise): expect("f()", got=exercise.f(), expected=1)
        """,
        WRONG,
    )
    ran = lab.run("--count", "3")
    assert "with real threads, in repetition 1" in ran.text("test_in_live[live-1-3]")
    assert "failed in repetition 1 already" in ran.text("test_in_live[live-2-3]")


def test_submission_is_judged_in_place_of_the_exercises(lab):
    lab.exercise(SUITE, WRONG)
    lab.write("handed_in/03_demo/x.py", RIGHT)
    assert lab.run("--submission", "handed_in", "--count", "2").failed == []
    lab.write("exercises/03_demo/x.py", RIGHT)
    lab.write("handed_in/03_demo/x.py", WRONG)
    ran = lab.run("--submission", "handed_in", "-k", "test_both and model")
    assert ran.failed == ["x::test_both[model]"]
    assert "--submission handed_in" in ran.text("test_both[model]")


def test_tests_of_other_folders_are_plain_pytest(lab):
    lab.write("tests/other/test_plain.py", "def test_plain(): assert 1 + 1 == 2")
    lab.exercise(SUITE, RIGHT)
    ran = lab.run("-k", "plain or test_in_model")
    assert list(ran.texts) == ["x::test_in_model[model]", "plain::test_plain"]
    assert ran.failed == []


def test_unknown_world_is_named(lab):
    lab.exercise('@pytest.mark.world("real")\ndef test_it(): pass', RIGHT)
    ran = lab.run()
    assert ran.ret == pytest.ExitCode.INTERRUPTED
    assert """a world is "model" or "live", not 'real'""" in ran.output
