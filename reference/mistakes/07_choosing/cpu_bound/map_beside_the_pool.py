# fails test_other_processes_do_the_counting: map(...) in place of pool.map(...): the pool has nothing to do

import math
from multiprocessing import Pool


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    with Pool(workers):
        return list(map(primes_in, ranges))
