# fails test_every_process_has_ended_on_return: shutdown(wait=False) comes back while they still run

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    pool = ProcessPoolExecutor(workers)
    counts = list(pool.map(primes_in, ranges))
    pool.shutdown(wait=False)
    return counts
