"""A kitchen counts its orders: so many are "open", so many are "served".

Serving takes one from the first count and gives it to the second. Whoever looks between the two
sees an order too few. Goal: nobody can look there, and nobody gets the dict itself to change.

Done when no count is lost, no snapshot shows half a move, and a move from a word that has none
is a KeyError that changes nothing.
"""

import threading
import time


class Tally:
    """Counts of words that several threads change."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def add(self, word: str) -> None:
        """Count `word` once more."""
        self._counts[word] = self._counts.get(word, 0) + 1  # TODO: read and write as one step.

    def move(self, source: str, target: str) -> None:
        """Take one from `source` and give it to `target`; KeyError if `source` has none."""
        # TODO: the question, the taking and the giving are one step.
        self._counts[source] -= 1
        time.sleep(0.001)  # another thread may go first at any moment; this makes it likely
        self.add(target)  # beware: this method will want the lock too

    def snapshot(self) -> dict[str, int]:
        """Return a copy of all counts, as they were at one moment."""
        return self._counts  # TODO: a copy that no move can be halfway through.


if __name__ == "__main__":
    orders = Tally()
    orders.add("open")
    waiter = threading.Thread(target=orders.move, args=("open", "served"))
    waiter.start()
    seen = dict(orders.snapshot())
    waiter.join()
    print("One order is being served. The board shows", seen)
    if sum(seen.values()) != 1:
        print("Still missing: the snapshot must wait until the move is complete.")
