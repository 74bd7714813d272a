# fails test_counts_come_in_the_order_of_the_ranges: a function inside a function cannot be pickled

import math
from multiprocessing import Pool


def count_primes(ranges, workers):
    def is_prime(number):
        return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))

    def primes_in(span):
        return sum(map(is_prime, range(*span)))

    with Pool(workers) as pool:
        return pool.map(primes_in, ranges)
