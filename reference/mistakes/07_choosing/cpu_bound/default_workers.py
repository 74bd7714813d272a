# fails test_at_most_workers_processes_are_started: as many processes as the machine has processors

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(primes_in, ranges))
