# fails test_no_line_is_lost_where_two_threads_log: adds to the list in two steps and without a lock

import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.lines = ()
        self.changed = threading.Semaphore(0)
        self.closed = False
        self.errors = []
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        if self.closed:
            raise RuntimeError("closed")
        self.lines = (*self.lines, line)
        self.changed.release()

    def close(self):
        self.closed = True
        self.changed.release()
        self.thread.join()
        if self.errors:
            raise self.errors[0]

    def work(self):
        written = 0
        while True:
            self.changed.acquire()
            if written == len(self.lines):
                return
            line = self.lines[written]
            written += 1
            try:
                self.write(line)
            except Exception as error:
                self.errors.append(error)
