# fails test_counts_come_in_the_order_of_the_ranges: what the caller puts in a global is not there in other processes

import math
from concurrent.futures import ProcessPoolExecutor

spans = []


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def primes_at(place):
    return primes_in(spans[place])


def count_primes(ranges, workers):
    spans[:] = ranges
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_at, range(len(spans))))
