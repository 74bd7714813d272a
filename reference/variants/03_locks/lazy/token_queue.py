# passes: a queue holds one token, a tuple of no or one value; who has the token may make the value

import queue


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._token = queue.SimpleQueue()
        self._token.put(())

    def get(self):
        box = self._token.get()
        try:
            box = box or (self._factory(),)
        finally:
            self._token.put(box)
        return box[0]
