import pytest

from grading.engine import explore, reproduce
from grading.engine.strategies import OPERATION, RandomWalk, Replay
from grading.engine.trace import Schedule
from tests.kit.engine import programs
from tests.kit.engine.programs import UNLOCKED, assert_fails, executed, explored, program

LOST_AMONG_NOISE = """
    n = 0
    noise = threading.Lock()

    def bump():
        global n
        for _ in range(3):
            with noise: pass
        n += 1
        for _ in range(3):
            with noise: pass

    def test():
        in_threads(bump, bump)
        assert n == 2
"""
HARMLESS = "def test(): in_threads(lambda: None, lambda: None)"


def without_one(switches):
    """The schedules that leave out one of the switches."""
    return [Schedule(switches[:i] + switches[i + 1 :]) for i in range(len(switches))]


@pytest.mark.parametrize("source", [UNLOCKED, LOST_AMONG_NOISE])
def test_lost_update_is_shown_with_the_fewest_switches(source):
    switches = assert_fails(source).failing.schedule.switches
    assert len(switches) == 1
    assert executed(source).failure is None


def test_failure_found_by_chance_is_shrunk_as_well():
    """Until every switch that is left is needed."""
    test = program(LOST_AMONG_NOISE)
    sites = {OPERATION}
    walks = [test.execute(RandomWalk(seed, sites), sites) for seed in range(100)]
    failing = [walk for walk in walks if walk.failure and len(walk.schedule.switches) > 2]
    assert failing
    for walk in failing:
        shrunk = reproduce.confirmed(test, walk).schedule.switches
        assert len(shrunk) <= len(walk.schedule.switches)
        for fewer in without_one(shrunk):
            assert test.execute(Replay(fewer)).failure is None


def test_failing_schedule_replays_to_the_same_failure():
    source = UNLOCKED
    found = explored(source).failing
    again = explore.replay(program(source), found.schedule).failing
    assert again.failure.message == found.failure.message
    assert again.recorded == found.recorded


def test_schedule_that_passes_replays_to_no_failure():
    verdict = explore.replay(program(UNLOCKED), Schedule())
    assert verdict.failing is None
    assert verdict.search == explore.Search("sampled", 1, 0)


@pytest.mark.parametrize("token", ["3.9", "100000.1", "2.1-2.1"])
def test_schedule_that_does_not_fit_is_refused(token):
    with pytest.raises(reproduce.Stale, match="does not fit this program"):
        explore.replay(program(HARMLESS), Schedule.parse(token))


def test_program_that_fails_by_real_chance_is_a_fault_of_the_grader():
    outcomes = iter([False, True] + [False] * 1000)

    def body():
        assert not next(outcomes)

    with pytest.raises(reproduce.Unreproducible, match="failed once and not again"):
        explore.explore(reproduce.Test(_concurrent(body)))


def test_program_that_goes_other_ways_by_real_chance_is_never_called_proved():
    search = explored(
        """
        from tests.kit.engine.programs import CHANCE

        def nap():
            for _ in range(next(CHANCE)):
                time.sleep(0)

        def test():
            in_threads(nap, nap)
        """,
        budget=100,
    ).search
    assert search.kind == "sampled"


def _concurrent(body):
    """`body`, after two threads that give the search something to vary."""
    threads = program(HARMLESS).body

    def both():
        threads()
        body()

    return both


def test_search_that_has_a_budget_for_everything_is_a_proof():
    verdict = explored(HARMLESS)
    assert verdict.search.kind == "proved"
    assert verdict.search.schedules < explore.BUDGET


@pytest.mark.parametrize("budget", [1, 2, 7, 40, 100])
def test_search_whose_budget_ran_out_is_no_proof(budget):
    source = """
        lock = threading.Lock()

        def work():
            for _ in range(4):
                with lock: pass

        def test():
            in_threads(work, work, work)
    """
    search = explored(source, budget=budget).search
    assert search.kind in ("bounded", "sampled")
    assert budget <= search.schedules <= budget * 2


def test_sequential_program_is_proved_by_one_execution():
    search = explored("def test(): assert sum(range(3)) == 3").search
    assert (search.kind, search.schedules, search.preemptions) == ("proved", 1, 0)


@pytest.mark.parametrize("raised_in", ["Thread(target=fail)", "Timer(0, fail)"])
def test_failure_by_an_exception_of_the_programs_own_is_reproduced(raised_in):
    """Its class is another one in every execution."""
    assert_fails(
        f"""
        class Full(Exception): pass

        def fail(): raise Full("no room")

        def test():
            thread = threading.{raised_in}
            thread.start()
            thread.join()
        """,
        *("escaped", "Full: no room"),
    )


def test_failure_of_another_kind_is_not_what_a_schedule_is_shrunk_to():
    """Without its switch the program deadlocks; with it, an exception escapes: both are reported as they are."""
    source = """
        a, b = threading.Lock(), threading.Lock()
        first = []

        def forth():
            with a:
                if first: raise ValueError
                with b: pass

        def back():
            first.append(1)
            with b:
                with a: pass

        def test():
            in_threads(forth, back)
    """
    failing = explored(source).failing
    again = executed(source, failing.schedule.token).failure
    assert (again.kind, again.message) == (failing.failure.kind, failing.failure.message)


def test_bug_that_takes_two_preemptions_is_found():
    """Each of the two must come between the other's two steps."""
    assert_fails("""
        x = y = 0
        seen = []

        def a():
            global x
            x = 1
            seen.append(y)
            x = 2

        def b():
            global y
            if x == 1:
                y = 1
                if x == 2: seen.append("late")

        def test():
            in_threads(a, b)
            assert seen != [0, "late"] or y != 1
    """)


def test_what_differs_from_one_execution_to_the_next_is_named(monkeypatch):
    monkeypatch.setattr(programs, "CHANCE", iter([2, 0, 1]))
    with pytest.raises(reproduce.Unreproducible, match=r"writes n = 0\) the first time.* n = 1\)"):
        explored(
            """
            from tests.kit.engine.programs import CHANCE

            n = 0

            def bump():
                global n
                n += next(CHANCE)

            def test():
                in_threads(bump)
                assert n != 2
            """
        )


def test_value_that_differs_from_one_execution_to_the_next_forbids_a_proof():
    search = explored(
        """
        from tests.kit.engine.programs import CHANCE

        n = 0

        def draw():
            global n
            n = next(CHANCE)

        def test():
            in_threads(draw)
        """
    ).search
    assert search.kind == "sampled"


def test_switch_is_moved_to_the_earliest_step_at_which_it_fails():
    failing = assert_fails(LOST_AMONG_NOISE).failing
    (step, thread), test = failing.schedule.switches[0], program(LOST_AMONG_NOISE)
    earlier = [Schedule(((before, thread),)) for before in range(1, step)]
    assert all(test.execute(Replay(schedule)).failure is None for schedule in earlier)


@pytest.mark.parametrize("threads", [1, 3])
def test_settling_waits_for_a_thread_that_changes_something_in_many_rounds(threads):
    execution = executed(
        f"""
        from grading.engine import pace

        done = []

        def work():
            for n in range(400):
                done.append(n)

        def test():
            for _ in range({threads}):
                threading.Thread(target=work).start()
            pace.settle()
            assert len(done) == 400 * {threads}
        """
    )
    assert execution.failure is None


@pytest.mark.parametrize("round", ["pass", "rounds.append(1)"])
def test_settling_ends_beside_a_thread_that_never_gets_on(round):
    execution = executed(
        f"""
        from grading.engine import pace

        done, rounds = [], []

        def work():
            while not done:
                {round}

        def test():
            threading.Thread(target=work).start()
            for _ in range(3):
                pace.settle()
            done.append(1)
        """
    )
    assert execution.failure is None


LONG = """
    n = 0

    def test():
        global n
        for _ in range(2_000): n += 1
"""
ENDLESS = """
    n = 0

    def test():
        global n
        while True: n += 1
"""


@pytest.mark.parametrize("source", [UNLOCKED, LOST_AMONG_NOISE])
def test_a_glance_that_sees_a_failure_sees_the_one_of_the_whole_search(source):
    verdict, _ = explore.glance(program(source), explore.BUDGET, effort=5_000)
    assert verdict.failing.schedule == explored(source).failing.schedule


@pytest.mark.parametrize("source", [LOST_AMONG_NOISE, LONG, ENDLESS])
def test_a_glance_spends_no_more_than_it_may_and_claims_nothing(source):
    verdict, spent = explore.glance(program(source), explore.BUDGET, effort=60)
    assert (verdict.failing, verdict.search.kind) == (None, "sampled")
    assert 60 <= spent <= 120  # the last execution may take as many locks as it makes steps


def test_a_glance_spends_no_more_than_there_is_to_see():
    verdict, spent = explore.glance(program(HARMLESS), explore.BUDGET, effort=100_000)
    assert verdict.failing is None
    assert spent < 1_000
