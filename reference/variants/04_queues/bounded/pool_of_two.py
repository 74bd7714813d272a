# passes: a pool of two threads; the futures carry the exceptions, and who failed empties the tray to the end

from concurrent.futures import ThreadPoolExecutor
from queue import Queue


def bounded_relay(source, consume, capacity):
    tray = Queue(maxsize=capacity)
    end = object()

    def produce():
        try:
            for value in source:
                tray.put(value)
        finally:
            tray.put(end)

    def taken():
        while (value := tray.get()) is not end:
            yield value

    def take():
        values = taken()
        try:
            for value in values:
                consume(value)
        finally:
            for _ in values:
                pass

    with ThreadPoolExecutor(max_workers=2) as pool:
        sides = [pool.submit(produce), pool.submit(take)]
    for side in sides:
        side.result()
