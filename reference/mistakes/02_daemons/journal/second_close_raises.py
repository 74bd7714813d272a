# fails test_close_may_be_called_again_at_any_time: a closed journal refuses to be closed

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
            if self.closed:
                raise RuntimeError("closed already")
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
