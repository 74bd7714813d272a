# fails test_lines_are_written_in_order_before_close_returns: two threads share the queue, and one overtakes the other

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
        self.threads = [threading.Thread(target=self.work) for _ in range(2)]
        for thread in self.threads:
            thread.start()

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
                self.lines.put(END)
        for thread in self.threads:
            thread.join()
        if self.error is not None:
            raise self.error

    def work(self):
        while (line := self.lines.get()) is not END:
            try:
                self.write(line)
            except Exception as error:
                if self.error is None:
                    self.error = error
