# passes: acquire, try and finally by hand; a list of no or one value

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._permit = threading.BoundedSemaphore(1)
        self._box = []

    def get(self):
        self._permit.acquire()
        try:
            if not self._box:
                self._box.append(self._factory())
        finally:
            self._permit.release()
        return self._box[0]
