# fails test_the_first_get_makes_the_value_and_the_next_ones_share_it: makes the value before anybody asks for it


class Lazy:
    def __init__(self, factory):
        self._value = factory()

    def get(self):
        return self._value
