# passes: a daemon subclass of Thread does the work; acquire and release by hand

import queue
import threading


class Writer(threading.Thread):
    def __init__(self, write):
        super().__init__(daemon=True)
        self.write = write
        self.tasks = queue.SimpleQueue()
        self.first_error = None

    def run(self):
        while True:
            task = self.tasks.get()
            if task is None:
                return
            (line,) = task
            try:
                self.write(line)
            except Exception as error:
                if self.first_error is None:
                    self.first_error = error


class Journal:
    def __init__(self, write):
        self._writer = Writer(write)
        self._writer.start()
        self._open = True
        self._gate = threading.Lock()

    def log(self, line):
        self._gate.acquire()
        try:
            if not self._open:
                raise RuntimeError("this journal is closed")
            self._writer.tasks.put((line,))
        finally:
            self._gate.release()

    def close(self):
        self._gate.acquire()
        try:
            if self._open:
                self._open = False
                self._writer.tasks.put(None)
        finally:
            self._gate.release()
        self._writer.join()
        if self._writer.first_error is not None:
            raise self._writer.first_error
