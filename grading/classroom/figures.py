"""The figures of a class: how its scores are spread, and what part of the points was got for what."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from grading.classroom.records import Score

_BINS = 10  # one for each tenth of the points

Key = TypeVar("Key", bound=Hashable)


def spread(shares: Iterable[float]) -> list[tuple[str, int]]:
    """How many of these parts (0 to 1) are in each tenth, from the lowest: its label and their number."""
    counts = Counter(min(int(share * _BINS), _BINS - 1) for share in shares)
    width = 100 // _BINS
    return [(f"{bin * width} to {(bin + 1) * width} %", counts[bin]) for bin in range(_BINS)]


def means(scores: Sequence[Score], key: Callable[[Score], Key]) -> dict[Key, float]:
    """By key, the part of the points that was got, 0 to 1."""
    got: Counter[Key] = Counter()
    of: Counter[Key] = Counter()
    for each in scores:
        got[key(each)] += each.score
        of[key(each)] += each.max_score
    return {name: got[name] / of[name] for name in of if of[name]}
