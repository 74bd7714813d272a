# fails test_no_ranges_give_no_counts: a pool of no processes is refused

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    ranges = list(ranges)
    with ProcessPoolExecutor(min(workers, len(ranges))) as pool:
        return list(pool.map(primes_in, ranges))
