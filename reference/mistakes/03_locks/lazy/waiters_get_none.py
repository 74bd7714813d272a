# fails test_one_that_waited_while_the_factory_failed_tries_again: one that waited looks at the value and not whether it was made

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._changed = threading.Condition()
        self._making = self._made = False
        self._value = None

    def get(self):
        with self._changed:
            if self._making:
                self._changed.wait_for(lambda: not self._making)
                return self._value
            if self._made:
                return self._value
            self._making = True
        try:
            self._value = self._factory()
            self._made = True
            return self._value
        finally:
            with self._changed:
                self._making = False
                self._changed.notify_all()
