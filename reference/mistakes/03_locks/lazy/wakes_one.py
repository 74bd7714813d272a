# fails test_all_who_ask_while_the_value_is_made_wait_for_it_without_polling: wakes only one of those who wait

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
        state = "idle"
        try:
            self._value = self._factory()
            state = "made"
            return self._value
        finally:
            with self._changed:
                self._state = state
                self._changed.notify()
