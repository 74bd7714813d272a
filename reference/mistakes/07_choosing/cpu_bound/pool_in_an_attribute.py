# fails test_counts_come_in_the_order_of_the_ranges: to send a method is to send its object, pool and all

import math
from concurrent.futures import ProcessPoolExecutor


class Counter:
    def __init__(self, workers):
        self.pool = ProcessPoolExecutor(workers)

    def primes_in(self, span):
        return sum(
            number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
            for number in range(*span)
        )

    def count(self, ranges):
        with self.pool:
            return list(self.pool.map(self.primes_in, ranges))


def count_primes(ranges, workers):
    return Counter(workers).count(ranges)
