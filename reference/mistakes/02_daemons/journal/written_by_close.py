# fails test_each_journal_writes_in_one_background_thread_of_its_own: the lines are kept until close writes them

import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = []
        self.lock = threading.Lock()
        self.closed = False
        self.error = None

    def log(self, line):
        with self.lock:
            if self.closed:
                raise RuntimeError("closed")
            self.lines.append(line)

    def close(self):
        with self.lock:
            self.closed = True
            while self.lines:
                try:
                    self.write(self.lines.pop(0))
                except Exception as error:
                    self.error = self.error or error
        if self.error is not None:
            raise self.error
