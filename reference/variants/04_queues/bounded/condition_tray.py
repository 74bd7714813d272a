# passes: a tray of our own, made of a deque and a Condition, that either side can close

import threading
from collections import deque


class Closed(Exception):
    pass


class Tray:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = deque()
        self.closed = False
        self.changed = threading.Condition()

    def put(self, value):
        with self.changed:
            while len(self.values) >= self.capacity and not self.closed:
                self.changed.wait()
            if self.closed:
                raise Closed
            self.values.append(value)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while not self.values and not self.closed:
                self.changed.wait()
            if not self.values:
                raise Closed
            self.changed.notify_all()
            return self.values.popleft()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify_all()


def bounded_relay(source, consume, capacity):
    tray = Tray(capacity)
    errors = []

    def side(work):
        try:
            work()
        except Closed:
            pass
        except Exception as error:
            errors.append(error)
        finally:
            tray.close()

    def produce():
        for value in source:
            tray.put(value)

    def take():
        while True:
            consume(tray.get())

    threads = [threading.Thread(target=side, args=(work,)) for work in (produce, take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
