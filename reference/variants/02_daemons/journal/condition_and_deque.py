# passes: a deque under a Condition, and a flag that is read only when the deque is empty

import threading
from collections import deque


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = deque()
        self.changed = threading.Condition()
        self.closed = False
        self.errors = []
        self.thread = threading.Thread(target=self.work, name="journal")
        self.thread.start()

    def log(self, line):
        with self.changed:
            if self.closed:
                raise RuntimeError("closed")
            self.lines.append(line)
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify_all()
        self.thread.join()
        for error in self.errors:
            raise error

    def work(self):
        while True:
            with self.changed:
                while not self.lines and not self.closed:
                    self.changed.wait()
                if not self.lines:
                    return
                line = self.lines.popleft()
            try:
                self.write(line)
            except Exception as error:
                self.errors.append(error)
