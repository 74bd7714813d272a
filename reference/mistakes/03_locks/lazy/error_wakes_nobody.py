# fails test_one_that_waited_while_the_factory_failed_tries_again: after an error those who wait are never woken

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._changed = threading.Condition()
        self._state = "idle"
        self._value = None

    def get(self):
        with self._changed:
            while self._state == "making":
                self._changed.wait()
            if self._state == "made":
                return self._value
            self._state = "making"
        try:
            value = self._factory()
        except BaseException:
            self._state = "idle"
            raise
        with self._changed:
            self._value, self._state = value, "made"
            self._changed.notify_all()
        return value
