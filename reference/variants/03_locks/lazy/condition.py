# passes: three states and a Condition; the factory is called while no lock is held

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._changed = threading.Condition()
        self._state = "idle"
        self._value = None

    def get(self):
        with self._changed:
            self._changed.wait_for(lambda: self._state != "making")
            if self._state == "made":
                return self._value
            self._state = "making"
        try:
            value = self._factory()
        except BaseException:
            self._become("idle")
            raise
        self._value = value
        self._become("made")
        return value

    def _become(self, state):
        with self._changed:
            self._state = state
            self._changed.notify_all()
