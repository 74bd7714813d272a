# fails test_log_never_waits_for_write: log waits until its line was written

import queue
import threading

END = object()


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = queue.Queue()
        self.lock = threading.Lock()
        self.closed = False
        self.error = None
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        with self.lock:
            if self.closed:
                raise RuntimeError("closed")
            self.lines.put(line)
        self.lines.join()

    def close(self):
        with self.lock:
            if not self.closed:
                self.closed = True
                self.lines.put(END)
        self.thread.join()
        if self.error is not None:
            raise self.error

    def work(self):
        while (line := self.lines.get()) is not END:
            try:
                self.write(line)
            except Exception as error:
                if self.error is None:
                    self.error = error
            finally:
                self.lines.task_done()
