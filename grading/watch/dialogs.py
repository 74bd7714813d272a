"""What comes before the view for a moment: a page to read, a question, a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static


class Page(ModalScreen[str]):
    """A text; any of the usual keys closes it, and it gives the key if that is h."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q", "dismiss"),
        Binding("h", "dismiss('h')"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._heading = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The text in a frame."""
        with VerticalScroll() as frame:
            frame.border_title = Content(self._heading)
            frame.border_subtitle = "esc closes"
            yield Static(Content(self._text))


class Question(ModalScreen[bool]):
    """A question that is answered by y or n."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)"),
        Binding("n,q,escape", "dismiss(False)"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The question in a frame."""
        yield Static(Content(f"{self._text}\n\ny yes    n no"))


class Choice(ModalScreen[int]):
    """Lines of which one is chosen; gives its number."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,l", "dismiss(None)")]

    def __init__(self, lines: Sequence[str], first: int) -> None:
        super().__init__()
        self._lines = lines
        self._first = first

    def compose(self) -> ComposeResult:
        """The lines in a frame."""
        options = OptionList(*map(Content, self._lines))
        options.border_subtitle = "enter goes there, esc closes"
        yield options

    def on_mount(self) -> None:
        """Begin at the line of the current exercise."""
        self.query_one(OptionList).highlighted = self._first

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was chosen."""
        self.dismiss(event.option_index)
