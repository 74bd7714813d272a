# fails test_any_number_of_any_lines_may_wait: a line that was written before is not written again

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
        seen = set()
        while (line := self.lines.get()) is not END:
            if line in seen:
                continue
            seen.add(line)
            try:
                self.write(line)
            except Exception as error:
                if self.error is None:
                    self.error = error
