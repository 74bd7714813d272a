# fails test_each_journal_writes_in_one_background_thread_of_its_own: each line has a thread of its own, so that the order is by chance

import threading


class Journal:
    def __init__(self, write):
        self.write = write
        self.threads = []
        self.lock = threading.Lock()
        self.closed = False
        self.errors = []

    def log(self, line):
        with self.lock:
            if self.closed:
                raise RuntimeError("closed")
            thread = threading.Thread(target=self.work, args=[line])
            self.threads.append(thread)
            thread.start()

    def close(self):
        with self.lock:
            self.closed = True
        for thread in self.threads:
            thread.join()
        if self.errors:
            raise self.errors[0]

    def work(self, line):
        try:
            self.write(line)
        except Exception as error:
            self.errors.append(error)
