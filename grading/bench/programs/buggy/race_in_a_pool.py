"""The jobs of a pool add to a global without a lock."""

from concurrent.futures import ThreadPoolExecutor

counter = 0


def bump():
    global counter
    counter += 1


def test():
    with ThreadPoolExecutor(2) as pool:
        for _ in range(2):
            pool.submit(bump)
    assert counter == 2
