# passes: a dataclass with a Condition that is told when the outcome is there, handed over by partial
import threading
from dataclasses import dataclass, field
from functools import partial
from typing import Any


@dataclass
class Outcome:
    value: Any = None
    error: BaseException | None = None
    ready: bool = False
    changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, value=None, error=None):
        with self.changed:
            self.value, self.error, self.ready = value, error, True
            self.changed.notify()

    def wait(self):
        with self.changed:
            while not self.ready:
                self.changed.wait()
        if self.error is not None:
            raise self.error
        return self.value


def work(task, outcome):
    try:
        outcome.tell(value=task())
    except BaseException as error:
        outcome.tell(error=error)


def run_and_reraise(task):
    outcome = Outcome()
    thread = threading.Thread(target=partial(work, task, outcome))
    thread.start()
    try:
        return outcome.wait()
    finally:
        thread.join()
