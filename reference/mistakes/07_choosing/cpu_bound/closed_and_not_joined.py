# fails test_every_process_has_ended_on_return: does not wait until the processes have ended

import math
from multiprocessing import Pool


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    pool = Pool(workers)
    counts = pool.map(primes_in, ranges)
    pool.close()
    return counts
