# fails test_two_threads_get_the_value_of_one_call: all get the same value, but the factory is called before setdefault looks


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._box = {}

    def get(self):
        if "value" in self._box:
            return self._box["value"]
        return self._box.setdefault("value", self._factory())
