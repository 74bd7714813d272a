# passes: the default context, kept in the module

import math
import multiprocessing

context = multiprocessing.get_context()


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return len(list(filter(is_prime, range(*span))))


def count_primes(ranges, workers):
    with context.Pool(workers) as pool:
        return pool.map(primes_in, ranges, chunksize=1)
