"""Three translators share one pile of words: who is free takes the next one.

Each job carries its place, so results find theirs, whoever is ready first. A worker ends at the
first end mark that it takes, and takes no more: so there is one mark for each of them.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any


def process_all(items: Iterable[Any], work: Callable[[Any], Any], workers: int) -> list[Any]:
    """Return `work(item)` for each item in order, or raise what the first failing item raised."""
    jobs: queue.Queue[tuple[int, Any] | None] = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    for _ in range(workers):
        jobs.put(None)  # a job is a pair, so None is none
    results: dict[int, Any] = {}
    errors: dict[int, Exception] = {}

    def take_jobs() -> None:
        while (job := jobs.get()) is not None:
            place, item = job
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]


if __name__ == "__main__":

    def translate(word: str) -> str:
        time.sleep(len(word) / 50)
        return word.upper()

    words = ["elephant", "cat", "horse", "ox"]
    print("words       ", words)
    print("translations", process_all(words, translate, 3))
