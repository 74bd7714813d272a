# fails test_counts_come_in_the_order_of_the_ranges: leaves out the square root itself

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number)))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_in, ranges))
