# passes: a subclass of Thread that has its inbox, and knows the next one

import queue
import threading

END = object()


class Stage(threading.Thread):
    def __init__(self, function, outbox):
        super().__init__()
        self.function = function
        self.inbox = queue.Queue()
        self.outbox = outbox
        self.error = None

    def run(self):
        try:
            self.work()
        finally:
            self.outbox.put(END)

    def work(self):
        for value in taken_from(self.inbox):
            if self.error is None:
                try:
                    self.outbox.put(self.function(value))
                except Exception as error:
                    self.error = error


def taken_from(inbox):
    while (value := inbox.get()) is not END:
        yield value


def run_pipeline(source, stages):
    last = first = queue.Queue()
    line = []
    for function in reversed(stages):
        stage = Stage(function, first)
        line.append(stage)
        first = stage.inbox
    for stage in line:
        stage.start()
    try:
        for value in source:
            first.put(value)
    finally:
        first.put(END)
        for stage in line:
            stage.join()
    for stage in line:
        if stage.error is not None:
            raise stage.error
    return list(taken_from(last))
