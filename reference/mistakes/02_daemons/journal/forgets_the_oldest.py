# fails test_any_number_of_any_lines_may_wait: a deque with a length drops the oldest lines

import collections
import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = collections.deque(maxlen=64)
        self.changed = threading.Condition()
        self.closed = False
        self.errors = []
        self.thread = threading.Thread(target=self.work)
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
            self.changed.notify()
        self.thread.join()
        if self.errors:
            raise self.errors[0]

    def work(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.lines or self.closed)
                if not self.lines:
                    return
                line = self.lines.popleft()
            try:
                self.write(line)
            except Exception as error:
                self.errors.append(error)
