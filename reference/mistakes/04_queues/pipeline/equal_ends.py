# fails test_any_value_and_any_result_is_kept: asks whether a value equals the end mark, and some values equal everything

import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any


def run_pipeline(source: Iterable[Any], stages: Sequence[Callable[[Any], Any]]) -> list[Any]:
    """Return the list of what becomes of each value of `source` in all `stages`, in its order."""
    end = object()
    queues: list[queue.Queue[Any]] = [queue.Queue() for _ in range(len(stages) + 1)]
    errors: list[Exception] = []

    def work(stage: Callable[[Any], Any], inbox: queue.Queue, outbox: queue.Queue) -> None:
        while (value := inbox.get()) != end:
            try:
                outbox.put(stage(value))
            except Exception as error:
                errors.append(error)
        outbox.put(end)

    threads = [
        threading.Thread(target=work, args=(stage, queues[number], queues[number + 1]))
        for number, stage in enumerate(stages)
    ]
    for thread in threads:
        thread.start()
    try:
        for value in source:
            queues[0].put(value)
    finally:
        queues[0].put(end)
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
    results = []
    while (value := queues[-1].get()) is not end:
        results.append(value)
    return results
