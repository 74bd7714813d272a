# passes: every value travels in a dataclass that may hold an exception, which the later stages hand on

import queue
import threading
from dataclasses import dataclass
from typing import Any


@dataclass
class Outcome:
    value: Any = None
    error: Exception | None = None
    last: bool = False

    def through(self, stage):
        if self.last or self.error:
            return self
        try:
            return Outcome(stage(self.value))
        except Exception as error:
            return Outcome(error=error)


def outcomes_of(source):
    try:
        for value in source:
            yield Outcome(value)
    except Exception as error:
        yield Outcome(error=error)
    yield Outcome(last=True)


def run_stage(stage, inbox, outbox):
    while True:
        outcome = inbox.get().through(stage)
        outbox.put(outcome)
        if outcome.last:
            return


def run_pipeline(source, stages):
    boxes = [queue.Queue()]
    threads = []
    for stage in stages:
        boxes.append(queue.Queue())
        threads.append(threading.Thread(target=run_stage, args=(stage, *boxes[-2:])))
        threads[-1].start()
    for outcome in outcomes_of(source):
        boxes[0].put(outcome)
    for thread in threads:
        thread.join()
    results = []
    while not (outcome := boxes[-1].get()).last:
        if outcome.error:
            raise outcome.error
        results.append(outcome.value)
    return results
