"""The full screen, with a session that judges nothing: what is shown, and what the keys do."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from grading.index import load
from grading.learning.state import Memory
from grading.results import ExerciseResult, TestResult
from grading.suites import SuiteFault
from grading.watch import view
from grading.watch.judging import Verdict
from grading.watch.words import PROVING

EXERCISES = load()
COUNTER = next(each for each in EXERCISES if each.stem == "counter")
FOLLOWING = EXERCISES[EXERCISES.index(COUNTER) + 1]
MARKUP = "got       [bold]x[/bold] [/] [red"


class Session:
    """In place of the real one."""

    def __init__(self, exercises, memory, tell, begin):
        self.exercises, self.memory, self.tell, self.begin = exercises, memory, tell, begin
        self.watched, self.noted, self.closed = [], [], False
        self.progress = "3 of 32 done"
        self.following = FOLLOWING

    @property
    def current(self):
        return self.watched[-1]

    def watch(self, exercise):
        self.watched.append(exercise)

    def note(self, verdict):
        self.noted.append(verdict)

    def next(self):
        return self.following

    def close(self):
        self.closed = True


def verdict(status="failed", message=MARKUP, *, final=True, exercise=COUNTER):
    tests = (
        TestResult("test_it", "model", "passed" if status == "passed" else "failed", 5, message),
        TestResult("test_it", "live", "passed", 5),
    )
    return Verdict(exercise, ExerciseResult(exercise.id, status, message, tests), b"", final)


@pytest.fixture
def walk(monkeypatch, tmp_path):
    """Lets a coroutine of `app` and its pilot act on the view, 80 columns wide."""
    monkeypatch.setattr(view, "Session", Session)
    memory = Memory(tmp_path, tmp_path / "data")

    def run(act):
        async def walking():
            app = view.View(COUNTER, EXERCISES, memory)
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.pause()
                await act(app, pilot)
            return app

        return asyncio.run(walking())

    return run


def shown(app, part):
    return str(app.screen_stack[0].query_one(f"#{part}", Static).content)


def dialog(app):
    return str(app.screen.query_one(Static).content)


async def tell(app, pilot, told):
    app.session.tell(told)
    await pilot.pause()


def test_the_exercise_and_the_progress_are_shown_at_once(walk):
    async def act(app, pilot):
        assert shown(app, "title") == f"{COUNTER.id}: {COUNTER.title}"
        assert "3 of 32 done" in shown(app, "files")
        assert shown(app, "headline") == "judging ..."

    assert walk(act).session.watched == [COUNTER]


def test_what_comes_from_the_learner_is_text_and_never_markup(walk):
    async def act(app, pilot):
        await tell(app, pilot, verdict())
        assert MARKUP in shown(app, "text")

    walk(act)


def test_a_glance_without_a_failure_is_not_called_done(walk):
    async def act(app, pilot):
        await tell(app, pilot, verdict("passed", "", final=False))
        assert shown(app, "headline") == PROVING
        assert "test_it: 0 schedules so far" in shown(app, "text")
        await tell(app, pilot, verdict("passed", ""))
        assert shown(app, "headline") == "done: 10 of 10 points    n goes on to the next exercise"

    walk(act)


def test_a_failure_that_is_found_later_takes_the_place_of_the_glance(walk):
    async def act(app, pilot):
        await tell(app, pilot, verdict("passed", "", final=False))
        await tell(app, pilot, verdict())
        assert shown(app, "headline") == "not yet: 5 of 10 points"
        assert shown(app, "text").startswith("test_it (model):")

    walk(act)


def test_each_verdict_is_noted_but_not_one_on_an_exercise_that_was_left(walk):
    mine, others = verdict(), verdict(exercise=FOLLOWING)

    async def act(app, pilot):
        await tell(app, pilot, mine)
        await tell(app, pilot, others)

    assert walk(act).session.noted == [mine]


def test_a_verdict_that_comes_while_a_hint_is_read_is_there_afterwards(walk):
    async def act(app, pilot):
        await pilot.press("h")
        await pilot.pause()
        app.session.begin()
        await tell(app, pilot, verdict())
        await pilot.press("escape")
        assert shown(app, "headline") == "not yet: 5 of 10 points"

    walk(act)


def test_a_save_that_is_not_judged_at_once_is_said_to_be_judged(walk, monkeypatch):
    monkeypatch.setattr(view, "_SLOW", 0.001)

    async def act(app, pilot):
        await tell(app, pilot, verdict())
        app.session.begin()
        while shown(app, "headline") != "judging ...":
            await pilot.pause()
        await tell(app, pilot, verdict())
        assert shown(app, "headline") == "not yet: 5 of 10 points"

    walk(act)


def test_the_page_stays_where_the_learner_has_scrolled_while_the_failure_is_the_same(walk):
    long = "\n".join(map(str, range(100)))

    async def act(app, pilot):
        await tell(app, pilot, verdict(message=long, final=False))
        await pilot.press("pagedown")
        where = app.query_one("#page").scroll_y
        await tell(app, pilot, verdict(message=long))
        assert app.query_one("#page").scroll_y == where > 0
        await tell(app, pilot, verdict(message="other"))
        assert app.query_one("#page").scroll_y == 0

    walk(act)


def test_n_goes_to_the_next_exercise(walk):
    async def act(app, pilot):
        await pilot.press("n")
        assert FOLLOWING.id in shown(app, "title")

    assert walk(act).session.watched == [COUNTER, FOLLOWING]


def test_n_says_so_when_all_is_done(walk):
    async def act(app, pilot):
        app.session.following = None
        await pilot.press("n")
        assert dialog(app) == "No other exercise is left."

    walk(act)


def test_h_gives_one_hint_after_the_other(walk):
    async def act(app, pilot):
        for hint in COUNTER.hints:
            await pilot.press("h")
            await pilot.pause()
            assert dialog(app).startswith(hint)
        assert "last one" in dialog(app)
        await pilot.press("escape")
        assert app.screen is app.screen_stack[0]

    walk(act)


def test_an_exercise_is_chosen_in_the_list(walk):
    async def act(app, pilot):
        await pilot.press("l")
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        assert options.highlighted == EXERCISES.index(COUNTER)
        await pilot.press("down", "enter")
        await pilot.pause()

    assert walk(act).session.watched == [COUNTER, FOLLOWING]


@pytest.mark.parametrize(("key", "is_reset"), [("y", True), ("n", False), ("escape", False)])
def test_r_asks_before_it_puts_the_stub_back_and_keeps_a_backup(walk, tmp_path, key, is_reset):
    file, kept = tmp_path / COUNTER.stub(), tmp_path / f"grading/stubs/{COUNTER.id}.py.txt"
    for each, text in ((file, "mine"), (kept, "the stub")):
        each.parent.mkdir(parents=True)
        each.write_text(text, encoding="utf-8")

    async def act(app, pilot):
        await pilot.press("r")
        await pilot.pause()
        assert "A backup is kept." in dialog(app)
        await pilot.press(key)
        await pilot.pause()
        if is_reset:
            backup = dialog(app).splitlines()[-1]
            assert Path(backup).read_text(encoding="utf-8") == "mine"

    walk(act)
    assert file.read_text(encoding="utf-8") == ("the stub" if is_reset else "mine")


def test_o_draws_the_picture_and_says_where_it_is(walk, monkeypatch):
    drawn = []

    def draw(exercise, memory):
        drawn.append(exercise)
        return "Open the picture in a browser:\n/there/counter.html"

    monkeypatch.setattr(view.pictures, "draw", draw)

    async def act(app, pilot):
        await pilot.press("o")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "/there/counter.html" in dialog(app)

    walk(act)
    assert drawn == [COUNTER]


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
def test_the_session_is_closed_at_the_end(walk, key):
    async def act(app, pilot):
        await pilot.press(key)

    app = walk(act)
    assert app.session.closed and app.return_code == 0


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_head_of_every_exercise_fits_80_columns(exercise):
    lines = (exercise.title, exercise.stub(), exercise.lesson)
    assert len(f"{exercise.id}: {lines[0]}") <= 78
    assert max(len(f"read {each}    32 of 32 done") for each in lines[1:]) <= 78


def test_nothing_is_wider_than_80_columns(walk):
    async def act(app, pilot):
        await tell(app, pilot, verdict(message="x" * 80 + "\n" * 40))
        page = app.query_one("#page")
        assert app.query_one("#text").size.width == 80  # though there is more than fits below
        assert page.virtual_size.width <= 80 and not page.show_horizontal_scrollbar
        footer = app.query_one("Footer")
        keys = list(footer.query("FooterKey"))
        assert len(keys) == 7
        assert max(key.region.right for key in keys) <= 80

    walk(act)


def test_without_colour_nothing_is_coloured(walk, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def act(app, pilot):
        await tell(app, pilot, verdict())
        colours = {
            colour
            for line in app.screen._compositor.render_strips()
            for segment in line.apply_filter(app._filters[-1], app.ansi_theme)
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour and not colour.is_default
        }
        assert not colours

    walk(act)


def test_a_file_that_is_gone_can_be_brought_back(walk):
    async def act(app, pilot):
        await tell(app, pilot, verdict("missing", "it is missing"))
        assert shown(app, "headline") == "missing    r brings the stub back"
        assert shown(app, "text") == "it is missing"

    walk(act)


def test_a_broken_suite_is_told_as_a_fault_of_the_kit(walk, monkeypatch):
    def broken(self, exercise):
        self.watched.append(exercise)
        raise SuiteFault("the suite cannot be read")

    async def act(app, pilot):
        monkeypatch.setattr(Session, "watch", broken)
        await pilot.press("n")
        await pilot.pause()
        assert dialog(app) == "the suite cannot be read"

    walk(act)
