"""The full screen of a watch: the exercise, how it stands, what there is to read, and the keys."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Footer, Static

from grading.index import Exercise
from grading.learning.hints import next_hint
from grading.learning.resetting import NoReset, reset
from grading.learning.road import standing
from grading.learning.state import Memory
from grading.suites import SuiteFault
from grading.watch import pictures
from grading.watch.dialogs import Choice, Page, Question
from grading.watch.judging import Verdict
from grading.watch.session import Session
from grading.watch.words import headline, text

_JUDGING = "judging ..."
_SLOW, _MOMENT = 0.3, 2.0  # seconds
_KEYS = {
    "passed": "    n goes on to the next exercise",
    "missing": "    r brings the stub back",
}
_STYLES = {"passed": "ansi_green", "failed": "ansi_magenta"}


class _Reading(VerticalScroll):
    """What scrolls; the footer says so, as a bar would take a column."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", "scroll", key_display="\u2191\u2193")
    ]


class View(App[None]):
    """Shows a session; all that comes from the learner is text, never markup."""

    CSS = """
    * {
        scrollbar-background: ansi_default; scrollbar-background-hover: ansi_default;
        scrollbar-background-active: ansi_default; scrollbar-color: ansi_bright_black;
        scrollbar-color-hover: ansi_bright_black; scrollbar-color-active: ansi_bright_black;
        scrollbar-size-vertical: 1;
    }
    #title { text-style: reverse; height: 1; }
    #files { height: 2; }
    #headline { margin: 1 0; height: 1; }
    #page { scrollbar-size-vertical: 0; }  /* a timeline takes 80 columns */
    FooterKey .footer-key--key { color: ansi_default; text-style: bold underline; }
    Toast { background: ansi_default; }
    ModalScreen { align: center middle; background: ansi_default; }
    ModalScreen > * {
        width: 76; height: auto; max-height: 90%; padding: 0 1;
        border: round ansi_default; background-tint: ansi_default 0%;
    }
    OptionList:focus { border: round ansi_default; background-tint: ansi_default 0%; }
    OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    OptionList:focus > .option-list--option-highlighted {
        color: ansi_default; background: ansi_default; text-style: bold underline;
    }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        ("h", "hint", "hint"),
        ("n", "next", "next"),
        ("l", "list", "list"),
        ("r", "reset", "reset"),
        ("o", "picture", "picture"),
        ("q", "quit", "quit"),
        Binding("ctrl+c", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(self, exercise: Exercise, exercises: Sequence[Exercise], memory: Memory) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"  # the terminal's own colours: light ones where it is light
        self.animation_level = "none"
        self.session = Session(exercises, memory, self._told, self._saved)
        self._first = exercise
        self._waiting: Timer | None = None
        self._below = ""

    def compose(self) -> ComposeResult:
        """The parts, from the top."""
        yield Static(id="title", markup=False)
        yield Static(id="files", markup=False)
        yield Static(id="headline", markup=False)
        with _Reading(id="page"):
            yield Static(id="text", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the first exercise."""
        if sys.platform != "win32":
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # after Ctrl-Z
        self.query_one("#page").focus()
        self._go_to(self._first)

    def on_unmount(self) -> None:
        """No child outlives the view."""
        self.session.close()

    def _saved(self) -> None:
        """In another thread: there is something to judge."""
        self._soon(self._wait)

    def _told(self, verdict: Verdict) -> None:
        """In another thread: it is judged."""
        self._soon(lambda: self.show(verdict))

    def _soon(self, callback: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the view has ended meanwhile
            self.call_later(callback)

    def _wait(self) -> None:
        """Say that it is being judged, if that takes long enough to be read."""
        self._wait_no_longer()
        line = self._part("headline")
        self._waiting = self.set_timer(_SLOW, lambda: line.update(_JUDGING))

    def _wait_no_longer(self) -> None:
        if self._waiting:
            self._waiting.stop()

    def show(self, verdict: Verdict) -> None:
        """Show a verdict, unless it is on another exercise than the current one."""
        if verdict.exercise != self.session.current:
            return
        self._wait_no_longer()
        self.session.note(verdict)
        result = verdict.result
        # Of a glance that sees no failure nothing is known.
        status = result.status if verdict.final or result.first_failure else ""
        line = Content.styled(headline(verdict), f"bold {_STYLES.get(status, '')}")
        self._show(line + _KEYS.get(status, ""), text(verdict))

    def _show(self, line: Content, below: str) -> None:
        exercise = self.session.current
        stub, lesson = exercise.stub().as_posix(), exercise.lesson.as_posix()
        self._part("title").update(f"{exercise.id}: {exercise.title}")
        self._part("files").update(f"edit {stub}\nread {lesson}    {self.session.progress}")
        self._part("headline").update(line)
        if not below.startswith(self._below) or not self._below:
            self.screen_stack[0].query_one("#page").scroll_home(animate=False)
        self._below = below
        self._part("text").update(Content(below))

    def _part(self, name: str) -> Static:
        """A part of the view, whatever dialog is before it."""
        return self.screen_stack[0].query_one(f"#{name}", Static)

    # -- keys ------------------------------------------------------------------------------------------------------

    def action_hint(self) -> None:
        """The next hint."""
        exercise = self.session.current
        hint = next_hint(exercise, self.session.memory)
        lesson = f"The lesson says more: {exercise.lesson.as_posix()}"
        if hint is None:
            self.push_screen(Page(exercise.id, f"There are no hints. {lesson}"))
            return
        more = f"That was the last one. {lesson}" if hint.is_last else "h gives the next one."
        title = f"{exercise.id}: hint {hint.level} of {hint.of}"

        def closed(by: str | None) -> None:
            if by == "h" and not hint.is_last:
                self.action_hint()

        self.push_screen(Page(title, f"{hint.text}\n\n{more}"), closed)

    def action_next(self) -> None:
        """Go on to the next exercise that is not done."""
        following = self.session.next()
        if following is None:
            self.push_screen(Page("Well threaded!", "No other exercise is left."))
        else:
            self._go_to(following)

    def action_list(self) -> None:
        """Choose an exercise."""
        memory, exercises = self.session.memory, self.session.exercises
        lines = [f"{standing(each, memory):9} {each.id:25} {each.title}" for each in exercises]
        here = exercises.index(self.session.current)

        def chosen(number: int | None) -> None:
            if number is not None:
                self._go_to(exercises[number])

        self.push_screen(Choice(lines, here), chosen)

    def action_reset(self) -> None:
        """Begin the exercise again, if that is meant."""
        exercise = self.session.current

        def answered(yes: bool | None) -> None:
            if yes:
                self._reset(exercise)

        stub = exercise.stub().as_posix()
        question = f"Put the stub back in place of your {stub}? A backup is kept."
        self.push_screen(Question(question), answered)

    def action_picture(self) -> None:
        """Open the picture of the schedules in the browser."""
        exercise = self.session.current

        def draw() -> None:
            said = pictures.draw(exercise, self.session.memory)
            self._soon(lambda: self.push_screen(Page(f"{exercise.id}: picture", said)))

        self.notify("Drawing the picture ...", timeout=_MOMENT)
        self.run_worker(draw, thread=True, exclusive=True)

    def _reset(self, exercise: Exercise) -> None:
        try:
            backup = reset(exercise, self.session.memory)
        except NoReset as fault:
            self.push_screen(Page(exercise.id, str(fault)))
            return
        kept = f"\n\nYours is kept. To have it back, copy it from\n{backup}" if backup else ""
        self.push_screen(Page(exercise.id, f"The file is as it was given to you.{kept}"))

    def _go_to(self, exercise: Exercise) -> None:
        try:
            self.session.watch(exercise)
        except SuiteFault as fault:
            self.push_screen(Page("A fault of the kit, not of your code", str(fault)))
        self._show(Content(_JUDGING), "")


def run(exercise: Exercise, exercises: Sequence[Exercise], memory: Memory) -> None:
    """Show the verdict on each save of the exercise, until the learner quits."""
    View(exercise, exercises, memory).run()
