# fails test_lines_are_written_in_order_before_close_returns: the thread looks at the flag first, and leaves what still waits

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
                self.lines.put(END)
        self.thread.join()
        if self.error is not None:
            raise self.error

    def work(self):
        while not self.closed:
            line = self.lines.get()
            if line is END:
                break
            try:
                self.write(line)
            except Exception as error:
                if self.error is None:
                    self.error = error
