# fails test_all_who_ask_while_the_value_is_made_wait_for_it_without_polling: asks again every millisecond

import threading
import time


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        while not self._lock.acquire(blocking=False):
            time.sleep(0.001)
        try:
            if not self._made:
                self._value = self._factory()
                self._made = True
            return self._value
        finally:
            self._lock.release()
