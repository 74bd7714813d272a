# fails test_counts_come_in_the_order_of_the_ranges: nothing divides 0 and 1, so they pass for primes

import math
from concurrent.futures import ProcessPoolExecutor


def primes_in(span):
    return sum(
        all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
        for number in range(*span)
    )


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_in, ranges))
