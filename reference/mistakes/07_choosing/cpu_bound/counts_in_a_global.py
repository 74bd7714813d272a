# fails test_counts_come_in_the_order_of_the_ranges: what other processes put in a global is not there in the caller

import math
from concurrent.futures import ProcessPoolExecutor

counts = {}


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def put_count(place, span):
    counts[place] = primes_in(span)


def count_primes(ranges, workers):
    counts.clear()
    with ProcessPoolExecutor(workers) as pool:
        for place, span in enumerate(ranges):
            pool.submit(put_count, place, span)
    return [counts[place] for place in sorted(counts)]
