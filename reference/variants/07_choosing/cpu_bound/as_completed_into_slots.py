# passes: counts are put where they belong, in the order in which they come

from concurrent.futures import ProcessPoolExecutor, as_completed
from math import isqrt


class Counter:
    """Its objects can be pickled, since the class is in the module."""

    def __init__(self, span):
        self.numbers = range(*span)

    def __call__(self):
        return sum(map(self.is_prime, self.numbers))

    @staticmethod
    def is_prime(number):
        if number < 4:
            return number > 1
        return number % 2 != 0 and all(number % odd for odd in range(3, isqrt(number) + 1, 2))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        place_of = {pool.submit(Counter(span)): place for place, span in enumerate(ranges)}
        counts = [0] * len(place_of)
        for future in as_completed(place_of):
            counts[place_of[future]] = future.result()
    return counts
