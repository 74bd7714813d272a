"""Three translators share one pile of words: who is free takes the next one.

The pile is a queue. A slow word must not hold up the others, one that fails must not cost the
rest, and the translations are wanted in the order of the words, whoever is ready first.
Goal: `workers` threads take jobs off the queue until every one of them sees the end of it.

Done when the results are complete and in order, and no translator is left waiting.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any


def process_all(items: Iterable[Any], work: Callable[[Any], Any], workers: int) -> list[Any]:
    """Return `work(item)` for each item in order, or raise what the first failing item raised."""
    jobs: queue.Queue[Any] = queue.Queue()
    for item in items:
        jobs.put(item)
    # TODO: put the end behind the jobs, so that every worker gets to see it.
    results: list[Any] = []

    def take_jobs() -> None:
        while (
            not jobs.empty()
        ):  # TODO: take jobs up to the end; keep what became of each, by its place.
            results.append(work(jobs.get()))

    for _ in range(workers):
        threading.Thread(target=take_jobs).start()
    # TODO: wait for every worker, then raise the exception of the first item that failed, if any did.
    return results


if __name__ == "__main__":

    def translate(word: str) -> str:
        time.sleep(len(word) / 50)
        return word.upper()

    words = ["elephant", "cat", "horse", "ox"]
    print("words       ", words)
    print("translations", process_all(words, translate, 3), "(as many, in the same order?)")
