# fails test_all_who_ask_while_the_value_is_made_wait_for_it_without_polling: does not wait while another thread makes the value

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        if self._lock.acquire(blocking=False):
            try:
                if not self._made:
                    self._value = self._factory()
                    self._made = True
            finally:
                self._lock.release()
        return self._value
