# fails test_the_first_get_makes_the_value_and_the_next_ones_share_it: every thread makes a value of its own

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._own = threading.local()

    def get(self):
        if not hasattr(self._own, "value"):
            self._own.value = self._factory()
        return self._own.value
