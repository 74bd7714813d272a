# fails test_counts_come_in_the_order_of_the_ranges: a generator is empty when it is read again

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    wanted = max(1, min(workers, sum(1 for _ in ranges)))
    with ProcessPoolExecutor(wanted) as pool:
        return list(pool.map(primes_in, ranges))
