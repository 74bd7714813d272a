# fails test_counts_come_in_the_order_of_the_ranges: a generator cannot be pickled

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_among(numbers):
    return sum(map(is_prime, numbers))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_among, ((n for n in range(*span)) for span in ranges)))
