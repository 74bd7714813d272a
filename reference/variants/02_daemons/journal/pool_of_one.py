# passes: a pool of one worker, which refuses work after its shutdown by itself

from concurrent.futures import ThreadPoolExecutor


class Journal:
    def __init__(self, write):
        self.pool = ThreadPoolExecutor(max_workers=1)
        self.write = write
        self.errors = []

    def log(self, line):
        self.pool.submit(self.attempt, line)

    def attempt(self, line):
        try:
            self.write(line)
        except Exception as error:
            self.errors.append(error)

    def close(self):
        self.pool.shutdown(wait=True)
        if self.errors:
            raise self.errors[0]
