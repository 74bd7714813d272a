# fails test_at_most_workers_processes_are_started: a process for each range

import math
from multiprocessing import Pool


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    ranges = list(ranges)
    with Pool(max(workers, len(ranges))) as pool:
        return pool.map(primes_in, ranges)
