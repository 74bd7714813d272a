"""Two threads add to an attribute without a lock: an update gets lost."""


class Counter:
    def __init__(self):
        self.value = 0

    def bump(self):
        self.value += 1


counter = Counter()
THREADS = counter.bump, counter.bump


def check():
    assert counter.value == 2
