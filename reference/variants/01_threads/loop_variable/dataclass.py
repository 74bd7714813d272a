# passes: a frozen dataclass is the target and holds function and item; the last are started first.
import dataclasses
import threading
from typing import Any


@dataclasses.dataclass(frozen=True)
class Job:
    function: Any
    item: Any

    def __call__(self):
        return self.function(self.item)


def start_each(function, items):
    threads = [threading.Thread(target=Job(function, item)) for item in items]
    for thread in reversed(threads):
        thread.start()
    return threads
