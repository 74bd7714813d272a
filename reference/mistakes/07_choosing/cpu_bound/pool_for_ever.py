# fails test_every_process_has_ended_on_return: one pool for all calls, which ends with the program

import math
from concurrent.futures import ProcessPoolExecutor

pool = None


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    global pool
    if pool is None:
        pool = ProcessPoolExecutor(workers)
    return list(pool.map(primes_in, ranges))
