"""What is said of a failure: on recorded steps made by hand, and on programs that fail."""

import pytest

from grading.engine.diagnosis import diagnose as diagnosis_of
from grading.engine.diagnosis import of_execution
from grading.engine.trace import Access, Step
from tests.kit.engine.golden import FAILING
from tests.kit.engine.programs import explored

A, B = 1, 2


def diagnose(*args, **options):
    """The sentence alone."""
    return diagnosis_of(*args, **options).text


class Steps:
    """Accesses in the order of the calls, each step a number later; nothing is ordered unless `knows` says so."""

    def __init__(self):
        self.steps = []

    def _add(
        self, thread, line, write, value, *, place=0, source="n", locks=(), knows=(), items=None
    ):
        number = len(self.steps) + 1
        clock = {thread: number, **{other.thread: other.number for other in knows}}
        access = Access(place, "n", value, write, clock, items)
        held = tuple(f"lock{lock}" for lock in locks)
        name = "the test" if thread == 0 else "ABCDEFG"[thread - 1]
        self.steps.append(
            Step(number, thread, name, "f.py", line, source, "", held, True, access, tuple(locks))
        )
        return self.steps[-1]

    def reads(self, thread, line, value="0", **options):
        return self._add(thread, line, False, value, **options)

    def writes(self, thread, line, value="1", **options):
        return self._add(thread, line, True, value, **options)


def lost_update(**options):
    """Steps in which A and B both read and then write, each with its locks."""
    made = Steps()
    made.reads(A, 9, locks=options.get("a_reads", ()))
    made.reads(B, 9, locks=options.get("b_reads", ()))
    made.writes(B, 9, locks=options.get("b_writes", ()))
    made.writes(A, 9, locks=options.get("a_writes", ()))
    return diagnose(made.steps)


BOTH_READ = "A and B both read n = 0 (line 9) before either wrote it: one update is lost."


@pytest.mark.parametrize(
    ("locks", "said"),
    [
        ({}, "No lock was held."),
        ({"a_reads": [1], "a_writes": [1]}, "A held lock1, B held no lock."),
        ({"b_reads": [1], "b_writes": [1]}, "B held lock1, A held no lock."),
        (
            {"a_reads": [1], "a_writes": [1], "b_reads": [2], "b_writes": [2]},
            "A held lock1, B held lock2: there is no lock that both held.",
        ),
        (
            {"a_writes": [1], "b_writes": [1]},
            "lock1 was held for the writing only, not for the reading.",
        ),
        (
            {"a_reads": [1], "b_reads": [1]},
            "lock1 was held for the reading only, not for the writing.",
        ),
        ({"a_reads": [1], "b_writes": [1]}, "There is no lock that both held all the time."),
        (
            {name: [-1] for name in ("a_reads", "a_writes", "b_reads", "b_writes")},
            "No lock was held: lock-1 is a semaphore that lets more than one thread in.",
        ),
    ],
)
def test_lost_update_says_which_lock_was_missed(locks, said):
    assert lost_update(**locks) == f"{BOTH_READ} {said}"


def test_two_locks_of_one_name_are_told_apart():
    made = Steps()
    for thread, lock in ((A, 1), (B, 2)):
        made.reads(thread, 9, locks=[lock])
    made.writes(B, 9, locks=[2])
    made.writes(A, 9, locks=[1])
    steps = [step._replace(held=("lock",)) for step in made.steps]
    assert diagnose(steps) == f"{BOTH_READ} A and B held two different locks, both called lock."


def test_updates_that_are_lost_are_counted():
    made = Steps()
    made.reads(A, 9)
    for value in "01":
        made.reads(B, 9, value)
        made.writes(B, 9)
    made.writes(A, 9)
    assert ": 2 updates are lost." in diagnose(made.steps)


def test_write_without_a_read_is_told_with_its_value():
    made = Steps()
    made.reads(A, 3)
    made.writes(B, 5, "7")
    made.writes(A, 4, "1")
    assert diagnose(made.steps) == (
        "A read n = 0 (line 3), B wrote n = 7 (line 5), and then A wrote n = 1 over it (line 4). "
        "No lock was held."
    )


def test_one_lock_for_all_three_was_let_go_of():
    made = Steps()
    read = made.reads(A, 3, locks=[1])
    write = made.writes(B, 4, locks=[1], knows=[read])
    made.writes(A, 4, locks=[1], knows=[write])
    assert diagnose(made.steps) == (
        "A let go of lock1 between reading n (line 3) and changing it (line 4), "
        "and B changed it in between (line 4)."
    )


def test_check_of_a_property_and_the_act_are_two_sections():
    source = """
        class Account:
            def __init__(self):
                self.lock = threading.Lock()
                self.left = 10

            @property
            def balance(self):
                with self.lock:
                    return self.left

            def withdraw(self, amount):
                if self.balance < amount:
                    return
                with self.lock:
                    self.left -= amount

        def test():
            account = Account()
            in_threads(lambda: account.withdraw(7), lambda: account.withdraw(6))
            assert account.balance >= 0
    """
    assert said_of(source) == (
        "A let go of self.lock between reading left (line 20) and changing it (line 26), "
        "and B changed it in between (line 26)."
    )


def test_nothing_is_said_of_accesses_that_something_else_puts_in_order():
    made = Steps()
    read = made.reads(A, 3)
    write = made.writes(B, 4, knows=[read])
    made.writes(A, 4, knows=[write])
    assert diagnose(made.steps) == ""


def test_act_on_a_check_that_is_not_true_any_more():
    made = Steps()
    made.reads(A, 7, "[1]", source="if n:")
    made.writes(B, 8, "[]")
    made.reads(A, 8, "[]")
    assert diagnose(made.steps, failed_at=("f.py", 8)) == (
        "A saw n = [1] on line 7, and by the time it acted on line 8 B had changed it (line 8). "
        "No lock was held."
    )


def test_check_that_is_made_anew_is_the_one_that_counts():
    made = Steps()
    made.reads(A, 7, source="if n:")
    write = made.writes(B, 8)
    made.reads(A, 9, source="if n:", knows=[write])
    made.writes(A, 10, knows=[write])
    assert diagnose(made.steps, switched=False) == ""


def test_other_items_of_a_container_are_nobodys_loss():
    made = Steps()
    made.reads(A, 9, items=frozenset())
    made.reads(B, 9, items=frozenset())
    made.writes(B, 9, items=frozenset([2]))
    made.writes(A, 9, items=frozenset([1]))
    assert diagnose(made.steps) == ""


def test_read_by_the_test_before_the_write():
    made = Steps()
    made.reads(0, 31, "[]")
    later = Steps()
    write = later.writes(A, 12)
    assert diagnose(made.steps, [write], ("f.py", 31)) == (
        "The test reads n = [] (line 31 of f.py) before A writes it (line 12 of f.py): "
        "nothing makes it wait for A, as join() would."
    )


def test_accesses_in_conflict_are_what_came_between_and_what_it_undid():
    made = Steps()
    made.reads(A, 9)
    made.reads(B, 9)
    between, act = made.writes(B, 9), made.writes(A, 9)
    assert diagnosis_of(made.steps).conflict == (between, act)


def test_read_that_came_too_early_is_in_conflict_with_the_write_that_comes_later():
    made = Steps()
    early = made.reads(0, 31, "[]")
    late = Steps().writes(A, 12)
    assert diagnosis_of(made.steps, [late], ("f.py", 31)).conflict == (early, late)


def test_what_the_test_read_long_before_it_failed_is_no_reason():
    made = Steps()
    made.reads(0, 31, "[]")
    write = Steps().writes(A, 12)
    assert diagnose(made.steps, [write], ("f.py", 40)) == ""


def test_read_in_the_learners_function_by_the_thread_of_the_test_may_come_too_early_too():
    made = Steps()
    made.reads(0, 17, "[]")
    write = Steps().writes(A, 12)
    said = diagnose(made.steps, [write], ("suite.py", 80), suite="suite.py")
    assert said.startswith("The test reads n = [] (line 17 of f.py) before A writes it")
    assert diagnose(made.steps, [write], ("f.py", 80), suite="suite.py") == ""


def test_call_need_not_wait_for_the_threads_of_the_suite():
    made = Steps()
    made.reads(0, 13, locks=[1])
    write = Steps().writes(A, 20)._replace(name="caller-1")
    seen = [write], ("suite.py", 80)
    assert diagnose(made.steps, *seen, suite="suite.py") == ""
    assert diagnose(made.steps, [write], ("f.py", 13), suite="f.py") != ""


def test_read_came_too_early_also_where_the_write_came_before_the_failure():
    made = Steps()
    made.reads(0, 31, "[]")
    made.writes(A, 12)
    said = diagnose(made.steps, failed_at=("f.py", 31))
    assert said.startswith("The test reads n = [] (line 31 of f.py) before A writes it")


def test_wait_for_something_that_comes_before_the_write_is_named():
    made = Steps()
    made.reads(0, 30)
    waits = made.steps[0]._replace(number=0, line=16, source="over.wait()", note="waits")
    write = Steps().writes(A, 12)
    assert diagnose([waits, *made.steps], [write], ("f.py", 31)).endswith(
        "what it waited for on line 16 of f.py came earlier."
    )


def test_lost_update_is_told_before_a_read_that_came_too_early():
    made = Steps()
    made.reads(A, 9)
    made.reads(B, 9)
    made.writes(B, 9)
    made.writes(A, 9)
    made.reads(0, 31, place=1)
    write = Steps().writes(A, 12, place=1)
    seen = made.steps, [write], ("f.py", 31)
    assert "one update is lost" in diagnose(*seen)
    assert diagnose(*seen, switched=False).startswith("The test reads n")


def test_value_that_two_threads_have_used_is_named_though_it_is_read_again_to_be_changed():
    made = Steps()
    made.reads(A, 15)
    made.reads(B, 15)
    made.reads(B, 16)
    made.writes(B, 16)
    made.reads(A, 16, "1")
    made.writes(A, 16, "2")
    assert diagnose(made.steps) == (
        "A and B both saw n = 0 (line 15) before either wrote it (line 16). No lock was held."
    )


def test_values_that_two_threads_have_used_one_after_the_other_are_nothing_to_tell():
    made = Steps()
    made.reads(B, 15)
    made.reads(B, 16)
    write = made.writes(B, 16)
    made.reads(A, 15, "1", knows=[write])
    made.reads(A, 16, "1", knows=[write])
    made.writes(A, 16, "2", knows=[write])
    assert diagnose(made.steps) == ""


def test_place_that_the_expectation_looks_at_comes_first():
    made = Steps()
    for place, line in ((1, 20), (2, 30)):
        for thread in (A, B):
            made.reads(thread, line, place=place)
        for thread in (B, A):
            made.writes(thread, line, place=place)
    made.reads(0, 50, place=1, knows=made.steps)
    assert "(line 20)" in diagnose(made.steps, failed_at=("f.py", 50))
    assert "(line 30)" in diagnose(made.steps)


def test_nothing_in_the_suite_lacks_a_lock():
    made = Steps()
    for thread in (A, B):
        made.reads(thread, 9)
    for thread in (B, A):
        made.writes(thread, 9)
    assert diagnose(made.steps) != ""
    assert diagnose(made.steps, suite="f.py") == ""


def test_race_alone_is_a_reason_only_where_it_takes_switches_to_fail():
    made = Steps()
    made.writes(A, 3, locks=[1])
    made.reads(B, 4)
    assert diagnose(made.steps, switched=False) == ""
    assert diagnose(made.steps) == (
        "A wrote n = 1 (line 3), then B read n = 0 (line 4): nothing keeps the two apart. "
        "A held lock1, B held no lock."
    )


def test_race_of_two_writes_says_which_is_lost():
    made = Steps()
    made.writes(A, 3, "1")
    made.writes(B, 3, "2")
    assert diagnose(made.steps) == (
        "A wrote n = 1 (line 3), then B wrote n = 2 over it (line 3): nothing keeps the two apart. "
        "No lock was held."
    )


def test_threads_of_one_name_are_told_apart_by_number():
    made = Steps()
    for thread in (A, B):
        made.reads(thread, 9)
    for thread in (B, A):
        made.writes(thread, 9)
    steps = [step._replace(name="worker") for step in made.steps]
    assert diagnose(steps).startswith("worker (thread 1) and worker (thread 2) both read")


def test_lines_of_two_files_are_named():
    made = Steps()
    made.reads(A, 3)
    made.writes(B, 5)
    made.writes(A, 4)
    made.steps[1] = made.steps[1]._replace(filename="folder/other.py")
    assert "(line 5 of other.py)" in diagnose(made.steps)


def said_of(source):
    """What is said of the program's failure."""
    return of_execution(explored(source).failing).text


GOLDEN = {
    "lost update": "A and B both read n = 0 (line 16) before either wrote it: one update is lost. No lock was held.",
    "missing join": "The test reads done = [] (line 15 of program.py) before Thread-1 (<lambda>) writes it "
    "(line 14 of program.py): nothing makes it wait for Thread-1 (<lambda>), as join() would.",
    "sleep for join": "The test reads done = [] (line 16 of program.py) before Thread-1 (<lambda>) writes it "
    "(line 14 of program.py): nothing makes it wait for Thread-1 (<lambda>), as join() would.",
    "stolen wake-up": "B let go of condition between reading items (line 17) and changing it (line 19), "
    "and A changed it in between (line 19).",
    "race in a pool": "ThreadPoolExecutor-0_0 and ThreadPoolExecutor-0_1 both read n = 0 (line 16) "
    "before either wrote it: one update is lost. No lock was held.",
}


@pytest.mark.parametrize("name", FAILING)
def test_programs_without_a_race_get_no_sentence_and_the_others_a_true_one(name):
    assert said_of(FAILING[name]) == GOLDEN.get(name, "")


def test_item_of_a_dict_is_lost_like_a_variable():
    source = """
        counts = {{"a": 0, "b": 0}}

        def count(word):
            counts[word] {}

        def test():
            in_threads(lambda: count("a"), lambda: count("{}"))
            assert sum(counts.values()) == {}
    """
    said = said_of(source.format("+= 1", "a", 2))
    assert "both read counts = {'a': 0, 'b': 0} (line 15) before either wrote it" in said
    assert said_of(source.format("+= 1", "b", 3)) == ""


def test_semaphore_with_one_permit_is_a_lock():
    source = """
        gate = threading.Semaphore()
        n = 0

        def careful():
            global n
            gate.acquire()
            n += 1
            gate.release()

        def careless():
            global n
            n += 1

        def test():
            in_threads(careful, careless)
            assert n == 2
    """
    assert said_of(source).endswith("A held gate, B held no lock.")


def test_semaphore_let_go_of_in_between():
    source = """
        gate = threading.Semaphore(1)
        n = 0

        def bump():
            global n
            with gate:
                seen = n
            with gate:
                n = seen + 1

        def test():
            in_threads(bump, bump)
            assert n == 2
    """
    assert said_of(source).startswith("A let go of gate between reading n (line 18)")


def test_lock_of_a_condition_has_the_name_of_the_condition():
    source = """
        condition = threading.Condition()
        n = 0

        def careful():
            global n
            with condition:
                n += 1

        def careless():
            global n
            n += 1

        def test():
            in_threads(careful, careless)
            assert n == 2
    """
    assert said_of(source).endswith("A held condition, B held no lock.")


def test_join_that_was_given_up_is_named():
    source = """
        def test():
            done = []
            thread = threading.Thread(target=lambda: done.append(1), name="A")
            thread.start()
            thread.join(1)
            assert done
    """
    assert said_of(source).endswith("the join on line 16 of program.py gave up before that.")


def test_value_that_was_written_over_before_a_thread_began():
    source = """
        got = []

        def test():
            threads = []
            for word in "ab":
                threads.append(threading.Thread(target=lambda: got.append(word), name=word))
                threads[-1].start()
            for thread in threads:
                thread.join()
            assert got == ["a", "b"]
    """
    assert said_of(source) == (
        "The test wrote word anew (line 16) before a read it (line 17): a and b share one word."
    )


def test_variables_of_two_calls_are_not_taken_for_one():
    source = """
        def work(out, begin):
            n = begin

            def step():
                nonlocal n
                n += 1

            thread = threading.Thread(target=step)
            thread.start()
            thread.join()
            n += 1
            out.append(n)

        def test():
            out = []
            in_threads(lambda: work(out, 0), lambda: work(out, 10))
            assert sorted(out) == [2, 13]
    """
    assert said_of(source) == ""


@pytest.mark.parametrize(
    "body",
    [
        "while not ready: pass",  # a flag is there to be raced for
        "time.sleep(1)",
    ],
)
def test_race_that_is_not_the_reason_is_not_named(body):
    source = f"""
        ready = False

        def work():
            {body}

        def test():
            global ready
            thread = threading.Thread(target=work)
            thread.start()
            ready = True
            thread.join()
            assert 1 + 1 == 3
    """
    assert said_of(source) == ""
