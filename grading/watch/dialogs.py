"""What comes before the view for a moment: a page to read, a question, a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

_CSS = """
{name} {{ align: center middle; background: ansi_default; }}
{name} > * {{
    width: 76; height: auto; max-height: 90%; padding: 0 1;
    border: round ansi_default; background: ansi_default; color: ansi_default;
}}
"""


class Page(ModalScreen[None]):
    """A text; any of the usual keys closes it."""

    DEFAULT_CSS = _CSS.format(name="Page")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space,q,h,n", "dismiss")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._heading = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The text in a frame."""
        with VerticalScroll() as frame:
            frame.border_title = Text(self._heading)
            frame.border_subtitle = "esc closes"
            yield Static(Text(self._text))


class Question(ModalScreen[bool]):
    """A question that is answered by y or n."""

    DEFAULT_CSS = _CSS.format(name="Question")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)"),
        Binding("n,q,escape", "dismiss(False)"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The question in a frame."""
        yield Static(Text(f"{self._text}\n\ny yes    n no"))


class Choice(ModalScreen[int]):
    """Lines of which one is chosen; gives its number."""

    DEFAULT_CSS = _CSS.format(name="Choice")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,l", "dismiss(None)")]

    def __init__(self, lines: Sequence[str], first: int) -> None:
        super().__init__()
        self._lines = lines
        self._first = first

    def compose(self) -> ComposeResult:
        """The lines in a frame."""
        options = OptionList(*map(Text, self._lines))
        options.border_subtitle = "enter goes there, esc closes"
        yield options

    def on_mount(self) -> None:
        """Begin at the line of the current exercise."""
        self.query_one(OptionList).highlighted = self._first

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was chosen."""
        self.dismiss(event.option_index)
