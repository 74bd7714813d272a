# passes: a list of lines, counted by a Semaphore; one more permit than lines is the end

import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = []
        self.ready = threading.Semaphore(0)
        self.mutex = threading.Semaphore(1)
        self.closed = False
        self.errors = []
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        with self.mutex:
            if self.closed:
                raise RuntimeError("closed")
            self.lines.append(line)
            self.ready.release()

    def close(self):
        with self.mutex:
            if not self.closed:
                self.closed = True
                self.ready.release()
        self.thread.join()
        if self.errors:
            raise self.errors[0]

    def next_line(self):
        self.ready.acquire()
        with self.mutex:
            return [self.lines.pop(0)] if self.lines else []

    def work(self):
        while line := self.next_line():
            try:
                self.write(*line)
            except Exception as error:
                self.errors.append(error)
