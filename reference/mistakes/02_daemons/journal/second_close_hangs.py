# fails test_close_may_be_called_again_at_any_time: each close waits for an answer of the thread, which gives one

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
            self.closed = True
        self.lines.put(END)
        self.lines.join()
        self.thread.join()
        if self.error is not None:
            raise self.error

    def work(self):
        while (line := self.lines.get()) is not END:
            self.lines.task_done()
            try:
                self.write(line)
            except Exception as error:
                if self.error is None:
                    self.error = error
