import pytest

from grading.engine import timeline
from grading.engine.diagnosis import of_execution
from grading.engine.trace import Access, Step
from tests.kit.engine.programs import executed, explored

LOST = """
    n = 0

    def bump():
        global n
        seen = n
        n = seen + 1

    def test():
        in_threads(bump, bump)
        assert n == 2
"""
ABBA = """
    a, b = threading.Lock(), threading.Lock()

    def forth():
        with a:
            with b:
                pass

    def back():
        with b:
            with a:
                pass

    def test():
        in_threads(forth, back)
"""


def lanes(source):
    """The timeline of the program's failure, as lines."""
    failing = explored(source).failing
    return timeline.render(failing.recorded, failing.ending).splitlines()


def step(number, thread, source="pass", note="", held=(), matters=True):
    return Step(number, thread, f"T{thread}", "f.py", number, source, note, held, matters)


def test_each_thread_has_its_column_under_its_name():
    lines = lanes(LOST)
    assert lines[0].split() == ["the", "test", "A", "B"]
    columns = [lines[0].index(f" {name}") + 1 for name in ("the test", "A", "B")]
    indents = {len(line) - len(line.lstrip()) for line in lines[1:]}
    assert indents <= {2, *columns}
    assert set(columns[1:]) <= indents


def test_values_read_and_written_are_shown():
    text = "\n".join(lanes(LOST))
    assert text.count("seen = n -> reads n = 0") == 2
    assert text.count("n = seen + 1 -> writes n = 1") == 2


def test_both_reads_come_before_the_second_write():
    lines = lanes(LOST)
    reads = [i for i, line in enumerate(lines) if "reads n = 0" in line]
    writes = [i for i, line in enumerate(lines) if "writes n = 1" in line]
    assert max(reads) < max(writes)


def test_holders_of_locks_are_shown_with_the_names_of_the_locks():
    text = "\n".join(lanes(ABBA))
    assert "with b: -> waits for B [holds a]" in text
    assert "with a: -> waits for A [holds b]" in text


@pytest.mark.parametrize("source", [LOST, ABBA])
def test_lines_are_those_of_the_program(source):
    numbered = [line.strip() for line in lanes(source) if line.strip()[:1].isdigit()]
    assert numbered
    for line in numbered:
        _, _, text = line.partition(": ")
        assert text.partition(" -> ")[0].partition(" [holds")[0].strip(" …") in LOST + ABBA + START


START = "thread.start() thread.join()"


def test_no_line_is_wider_than_a_terminal():
    steps = [step(n, n % 6, source="x" * 90, note="reads y = 1") for n in range(10)]
    *lines, ending, rest = timeline.render(steps, ["e" * 100]).splitlines()
    assert max(map(len, [*lines, ending, rest])) == timeline.WIDTH == 80
    assert all("…" in line for line in lines[1:])
    assert ending.strip() + rest.strip() == "e" * 100


def test_threads_that_would_not_fit_side_by_side_are_named_on_their_lines():
    steps = [
        step(n, n, "x" * 90, "reads y = 1")._replace(name=f"Thread-{n} (work)") for n in range(1, 9)
    ]
    header, *lines = timeline.render(steps, ()).splitlines()
    assert header.strip() == "thread"
    assert [line.split(":")[0].split() for line in lines] == [
        [f"Thread-{n}", "(work)", str(n)] for n in range(1, 9)
    ]
    assert max(map(len, lines)) <= timeline.WIDTH


def test_long_names_keep_what_tells_them_apart():
    names = ["ThreadPoolExecutor-0_0", "ThreadPoolExecutor-0_1", "Thread-1 (a_long_function)"]
    steps = [step(n, n)._replace(name=name) for n, name in enumerate(names, 1)]
    assert timeline.render(steps, ()).splitlines()[0].split() == [
        "…PoolExecutor-0_0",
        "…PoolExecutor-0_1",
        "Thread-1",
    ]


def test_many_endings_are_counted():
    lines = timeline.render([step(1, 0)], [f"ending {n}" for n in range(8)]).splitlines()
    assert lines[-2:] == ["  ending 2", "  ... and 5 more"]


def test_contents_of_a_container_have_its_name():
    text = "\n".join(
        lanes("""
        class Box:
            def __init__(self):
                self.items = []

        box = Box()
        done = []

        def work():
            box.items.append(1)
            if not done:
                done.append(len(box.items))

        def test():
            in_threads(work, work)
            assert len(done) == 1
        """)
    )
    assert "box.items.append(1) -> writes box.items = [1]" in text
    assert "if not done: -> reads done = []" in text


def test_an_item_that_is_written_is_shown_as_it_is_then():
    text = "\n".join(
        lanes("""
        slots = [None, None]

        def fill(place):
            slots[place] = place

        def test():
            threads = [threading.Thread(target=fill, args=(n,)) for n in range(2)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            if slots: assert 0
        """)
    )
    assert "writes slots = [0, None]" in text
    assert "writes slots = [0, 1]" in text


def test_threads_that_had_not_ended_are_named_in_one_sentence():
    ending = executed(
        """
        def test():
            gate = threading.Event()
            for n in range(8): threading.Thread(target=gate.wait, name=f"T{n}").start()
            time.sleep(1)
            assert 0
        """,
        record=True,
    ).ending
    assert ending == ["T0, T1, T2 and 5 others had not ended by then"]


def test_what_others_do_after_the_failure_is_recorded_apart():
    execution = executed(
        """
        def test():
            done = []
            threading.Thread(target=lambda: done.append(1), name="late").start()
            assert done
    """,
        record=True,
    )
    assert {step.who for step in execution.recorded} == {"the test"}
    assert [step.note for step in execution.afterwards] == ["writes done = [1]"]


def test_threads_that_never_end_are_not_followed_for_ever():
    execution = executed(
        """
        def spin():
            while True:
                spin.n = 1

        def test():
            threading.Thread(target=spin).start()
            assert 0
    """,
        record=True,
    )
    assert 0 < len(execution.afterwards) <= 1000


def test_early_steps_are_folded_and_counted():
    steps = [step(n, n % 2) for n in range(1, 101)]
    lines = timeline.render(steps, ()).splitlines()
    assert len(lines) == timeline.LINES == 15
    assert lines[1].strip() == f"⋮ {100 - 13} earlier steps"
    assert lines[-1].strip() == "100: pass"


def test_what_is_told_of_is_shown_however_early_it_was():
    steps = [step(n, n % 2) for n in range(1, 101)]
    access = Access(7, "n", "0", True, {})
    steps[9] = step(10, 0, "n = 0", "writes n = 0")._replace(access=access)
    lines = timeline.render(steps, (), 7).splitlines()
    assert len(lines) == timeline.LINES
    assert [line.strip() for line in lines[1:4]] == [
        "⋮ 9 earlier steps",
        "10: n = 0 -> writes n = 0",
        f"⋮ {90 - 11} steps",
    ]


def test_accesses_in_conflict_are_marked_in_the_margin_and_no_others():
    failing = explored(LOST).failing
    why = of_execution(failing)
    text = timeline.render(failing.recorded, (), why.place, "", why.conflict)
    marked = [line for line in text.splitlines() if line.startswith("! ")]
    assert len(marked) == 2
    assert all(line.endswith("n = seen + 1 -> writes n = 1") for line in marked)
    assert timeline.is_marked(text)
    assert not timeline.is_marked(timeline.render(failing.recorded, ()))


def test_accesses_in_conflict_are_shown_however_early_they_were():
    steps = [step(n, n % 2) for n in range(1, 101)]
    lines = timeline.render(steps, (), None, "", (steps[4], steps[50])).splitlines()
    assert len(lines) == timeline.LINES
    assert [line.split()[1] for line in lines if line.startswith("!")] == ["5:", "51:"]


def test_access_that_came_too_late_is_shown_after_the_end():
    steps, late = [step(1, 0), step(2, 0, note="reads n = 0")], step(3, 1, note="writes n = 1")
    lines = timeline.render(steps, ["T1 had not ended by then"], None, "", (steps[1], late))
    assert [" ".join(line.split()) for line in lines.splitlines()[2:]] == [
        "! 2: pass -> reads n = 0",
        "T1 had not ended by then",
        "and only afterwards:",
        "! 3: pass -> writes n = 1",
    ]


def test_row_of_several_accesses_is_marked_if_one_of_them_is_in_conflict():
    steps = [
        step(1, 0, "n += 1", "reads n = 0")._replace(access=Access(7, "n", "0", False, {})),
        step(2, 0, "n += 1", "writes n = 1")._replace(line=1, access=Access(7, "n", "1", True, {})),
        step(3, 1, "n += 1"),
    ]
    marks = [line[0] for line in timeline.render(steps, (), 7, "", steps[:1]).splitlines()]
    assert marks == [" ", "!", " "]


def test_rounds_of_a_loop_are_shown_twice_and_the_others_counted():
    rounds = [step(n, 1)._replace(line=n % 3) for n in range(300)]
    lines = [line.strip() for line in timeline.render(rounds, ()).splitlines()[1:]]
    assert lines == [f"{n}: pass" for n in (0, 1, 2, 0, 1, 2)] + ["⋮ 294 more steps"]
    assert "⋮" not in timeline.render(rounds[:12], ())


def test_lines_of_the_suite_are_said_to_be_the_test_s():
    steps = [step(1, 0)._replace(filename="test_x.py"), step(2, 0)]
    lines = timeline.render(steps, (), None, "test_x.py").splitlines()
    assert [line.strip() for line in lines[1:]] == ["test 1: pass", "2: pass"]


def test_threads_of_one_name_are_told_apart_by_their_numbers():
    steps = [step(n, n)._replace(name="pump") for n in (1, 2)]
    assert timeline.render(steps, ()).splitlines()[0].strip() == "pump (1)  pump (2)"


def test_what_happened_is_never_cut_where_it_would_fit_after_the_name_of_the_thread():
    note = "reads shared = ['a value', 'another one']"
    steps = [step(n, n, "x" * 40, note) for n in range(4)]
    lines = timeline.render(steps, ()).splitlines()
    assert lines[0].strip() == "thread"
    assert all(line.endswith(note) for line in lines[1:])


def test_steps_of_one_thread_on_one_line_are_one_row():
    steps = [
        step(1, 0, "n += 1", "reads n = 0")._replace(access=Access(7, "n", "0", False, {})),
        step(1, 0, "n += 1", "writes n = 1")._replace(access=Access(7, "n", "1", True, {})),
        step(2, 1, "n += 1"),
    ]
    lines = timeline.render(steps, ()).splitlines()
    assert lines[1].strip() == "1: n += 1 -> reads n = 0, writes 1"
    assert len(lines) == 3


def test_steps_that_do_not_matter_are_left_out():
    steps = [step(1, 1, matters=False), step(2, 1), step(3, 1, matters=False)]
    assert [line.strip() for line in timeline.render(steps, ()).splitlines()[1:]] == ["2: pass"]


def test_accesses_to_the_place_that_is_told_of_are_not_left_out():
    source = """
        lock = threading.Lock()
        n = 0

        def bump():
            global n
            with lock:
                seen = n
            with lock:
                n = seen + 1

        def test():
            in_threads(bump, bump)
            assert n == 2
    """
    failing = explored(source).failing
    said = of_execution(failing)
    assert "n = seen + 1 -> writes n = 1" in timeline.render(failing.recorded, (), said.place)
    assert "writes n" not in timeline.render(failing.recorded, ())


def test_wait_that_goes_on_is_one_row():
    waits = "waits for T2"
    steps = [step(n, 1, "with lock:", waits)._replace(line=1) for n in (1, 3, 5)]
    steps[1:1] = [step(2, 2)]
    rows = timeline.render(steps, ()).splitlines()
    assert sum(waits in row for row in rows) == 1


def test_nothing_recorded_is_nothing_shown():
    assert timeline.render([], ()) == ""


def test_how_it_ended_comes_last():
    assert timeline.render([step(1, 0)], ["it went wrong"]).splitlines()[-1] == "  it went wrong"


def test_repr_of_a_learner_is_never_called():
    text = "\n".join(
        lanes("""
        class Loud:
            def __repr__(self):
                raise ValueError("repr was called")

        shared = Loud()

        def replace():
            global shared
            if shared: shared = Loud()

        def test():
            in_threads(replace, replace)
            assert 0
        """)
    )
    assert "repr was called" not in text
