# fails test_two_threads_get_the_value_of_one_call: two threads may both find nothing there, and both make a value


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._made = False
        self._value = None

    def get(self):
        if not self._made:
            self._value = self._factory()
            self._made = True
        return self._value
