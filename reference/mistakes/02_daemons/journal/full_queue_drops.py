# fails test_any_number_of_any_lines_may_wait: what does not fit is dropped

import queue
import threading

END = object()


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = queue.Queue(100)
        self.lock = threading.Lock()
        self.closed = False
        self.error = None
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        with self.lock:
            if self.closed:
                raise RuntimeError("closed")
            try:
                self.lines.put_nowait(line)
            except queue.Full:
                pass

    def close(self):
        with self.lock:
            if not self.closed:
                self.closed = True
                threading.Thread(target=self.lines.put, args=[END]).start()
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
