"""Two threads add to a global without a lock: an update gets lost."""

counter = 0


def bump():
    global counter
    counter += 1


THREADS = bump, bump


def check():
    assert counter == 2
