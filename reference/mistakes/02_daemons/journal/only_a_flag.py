# fails test_lines_are_written_in_order_before_close_returns: close sets a flag and nothing else

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

    def close(self):
        with self.lock:
            if not self.closed:
                self.closed = True
        if self.error is not None:
            raise self.error

    def work(self):
        while not self.closed or not self.lines.empty():
            try:
                line = self.lines.get(timeout=0.1)
            except queue.Empty:
                continue
            try:
                self.write(line)
            except Exception as error:
                if self.error is None:
                    self.error = error
