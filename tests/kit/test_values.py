import threading
from collections import Counter, deque
from concurrent.futures import Future

import pytest

from grading.values import shown


def brew():
    """Stand in for work."""


class Loud:
    name = property(lambda self: 1 / 0)

    def __repr__(self):
        raise ValueError("repr was called")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([ValueError("burnt"), None], "[ValueError('burnt'), None]"),
        ({"a": (1,)}, "{'a': (1,)}"),
        (deque([1]), "deque([1])"),
        (Counter("a"), "Counter({'a': 1})"),
        (threading.Thread(name="pump"), "<Thread pump>"),
        (threading.main_thread(), "<MainThread>"),
        (brew, "<function brew>"),
        (threading.Event().wait, "<method wait>"),
        (Future(), "<Future>"),
        (ValueError, "ValueError"),
        (Loud(), "<Loud>"),
    ],
)
def test_a_value_is_shown_by_what_it_holds_or_what_it_is_called(value, text):
    assert shown(value) == text


def test_a_list_in_itself_is_shown_to_an_end():
    mine = [1]
    mine.append(mine)
    assert shown(mine) == "[1, [1, [1, [1, [1, [1, …]]]]]]"


def test_what_is_too_long_is_cut():
    assert shown("x" * 300, 10) == "'xxxxxxxx…"
