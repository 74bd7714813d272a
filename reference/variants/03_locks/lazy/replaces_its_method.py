# passes: the object's own get becomes a function that only returns the value

import threading


class Lazy:
    def __init__(self, factory):
        lock = threading.Lock()

        def get():
            with lock:
                if self.get is get:
                    value = factory()
                    self.get = lambda: value
            return self.get()

        self.get = get
