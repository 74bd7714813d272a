# fails test_counts_come_in_the_order_of_the_ranges: counts the stop of a range, too

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    start, stop = span
    return sum(map(is_prime, range(start, stop + 1)))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_in, ranges))
