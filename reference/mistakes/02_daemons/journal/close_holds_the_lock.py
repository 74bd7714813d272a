# fails test_log_after_close_raises_runtime_error: close keeps the lock, so that a log behind it waits for ever

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
        if not self.closed:
            self.lock.acquire()
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
