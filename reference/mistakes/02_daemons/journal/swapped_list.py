# fails test_no_line_is_lost_where_two_threads_log: a line that is added between the copy and the clearing of the list is lost

import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = []
        self.wake = threading.Event()
        self.lock = threading.Lock()
        self.closed = False
        self.errors = []
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        with self.lock:
            if self.closed:
                raise RuntimeError("closed")
            self.lines.append(line)
            self.wake.set()

    def close(self):
        with self.lock:
            self.closed = True
            self.wake.set()
        self.thread.join()
        if self.errors:
            raise self.errors[0]

    def work(self):
        closed = False
        while not closed:
            self.wake.wait()
            self.wake.clear()
            closed = self.closed
            lines = list(self.lines)
            self.lines.clear()
            for line in lines:
                try:
                    self.write(line)
                except Exception as error:
                    self.errors.append(error)
