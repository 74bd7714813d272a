# passes: the thread looks at a flag whenever no line has come for a while

import queue
import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = queue.Queue()
        self.lock = threading.Lock()
        self.closed = threading.Event()
        self.errors = []
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        with self.lock:
            if self.closed.is_set():
                raise RuntimeError("closed")
            self.lines.put(line)

    def close(self):
        with self.lock:
            self.closed.set()
        self.thread.join()
        if self.errors:
            raise self.errors[0]

    def work(self):
        while True:
            closed = self.closed.is_set()
            try:
                line = self.lines.get(timeout=0.1)
            except queue.Empty:
                if closed:
                    return
                continue
            try:
                self.write(line)
            except Exception as error:
                self.errors.append(error)
