# fails test_other_processes_do_the_counting: multiprocessing.pool has a pool of threads, too

import math
from multiprocessing.pool import ThreadPool


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    with ThreadPool(workers) as pool:
        return pool.map(primes_in, ranges)
