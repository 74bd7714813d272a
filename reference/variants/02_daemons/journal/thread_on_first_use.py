# passes: the thread is made by the first log; an RLock

import queue
import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = queue.Queue()
        self.state = threading.RLock()
        self.thread = None
        self.closed = False
        self.outcome = {}

    def log(self, line):
        with self.state:
            if self.closed:
                raise RuntimeError("closed")
            if self.thread is None:
                self.thread = threading.Thread(target=self.work)
                self.thread.start()
            self.lines.put(("line", line))

    def close(self):
        with self.state:
            if not self.closed and self.thread is not None:
                self.lines.put(("end", None))
            self.closed = True
        if self.thread is not None:
            self.thread.join()
        if "error" in self.outcome:
            raise self.outcome["error"]

    def work(self):
        while True:
            kind, line = self.lines.get()
            if kind == "end":
                break
            try:
                self.write(line)
            except Exception as error:
                self.outcome.setdefault("error", error)
