# passes: each stage is an iterator over the one before, filled by its thread; an error ends it and is passed on

import queue
import threading


class Piped:
    def __init__(self, values):
        self.values = values
        self.ready = queue.SimpleQueue()
        self.thread = threading.Thread(target=self.fill, daemon=True)
        self.thread.start()

    def fill(self):
        try:
            for value in self.values:
                self.ready.put(("value", value))
        except Exception as error:
            self.ready.put(("error", error))
        else:
            self.ready.put(("end", None))

    def __iter__(self):
        while True:
            kind, value = self.ready.get()
            if kind == "error":
                raise value
            if kind == "end":
                return
            yield value


def applied(stage, values):
    for value in values:
        yield stage(value)


def run_pipeline(source, stages):
    line = [Piped(source)]
    for stage in stages:
        line.append(Piped(applied(stage, line[-1])))
    try:
        return list(line[-1])
    finally:
        for piped in line:
            piped.thread.join()
