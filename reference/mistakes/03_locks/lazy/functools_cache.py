# fails test_two_threads_get_the_value_of_one_call: functools.cache may call twice when two threads ask at once

import functools


class Lazy:
    def __init__(self, factory):
        self.get = functools.cache(factory)
