"""A kitchen counts its orders, and the board shows every order exactly once.

The rule "all orders are somewhere" is about two counts together, so both are changed under one
hold of the lock, and the snapshot is copied under it too.
"""

import threading


class Tally:
    """Counts of words that several threads change."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def add(self, word: str) -> None:
        """Count `word` once more."""
        with self._lock:
            self._give(word)

    def move(self, source: str, target: str) -> None:
        """Take one from `source` and give it to `target`; KeyError if `source` has none."""
        with self._lock:
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self._give(target)

    def snapshot(self) -> dict[str, int]:
        """Return a copy of all counts, as they were at one moment."""
        with self._lock:
            return dict(self._counts)

    def _give(self, word: str) -> None:
        """Add 1 to `word`. The caller holds the lock."""
        self._counts[word] = self._counts.get(word, 0) + 1


if __name__ == "__main__":
    orders = Tally()
    orders.add("open")
    waiter = threading.Thread(target=orders.move, args=("open", "served"))
    waiter.start()
    seen = orders.snapshot()
    waiter.join()
    print("One order is being served. The board shows", seen)
