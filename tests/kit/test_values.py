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


@pytest.mark.parametrize(
    "large", [list(range(999)), tuple(range(999)), dict.fromkeys(range(999)), [[1] * 999] * 999]
)
def test_a_large_container_is_shown_as_it_begins(large):
    assert shown(large, 40) == repr(large)[:39] + "…"


def test_of_a_large_container_no_more_is_looked_at_than_is_shown():
    looked_at = []

    class Item(type):
        __name__ = property(lambda cls: looked_at.append(cls) or "item")

    shown([Item("Any", (), {}) for _ in range(1_000)], 40)
    assert 0 < len(looked_at) <= 40


def test_a_number_that_python_would_not_write_is_shown_by_its_size():
    assert shown(1 << 20_000) == "<int of 20001 bits>"


def test_what_is_too_long_is_cut():
    assert shown("x" * 300, 10) == "'xxxxxxxx…"
