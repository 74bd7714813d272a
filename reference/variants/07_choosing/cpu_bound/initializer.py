# passes: a Pool whose workers get the small primes once, when they begin

import math
from functools import partial
from multiprocessing import Pool

small_primes = []


def begin(primes):
    small_primes[:] = primes


def is_prime(number):
    return all(number % prime for prime in small_primes if prime * prime <= number)


def primes_in(least, span):
    start, stop = span
    return sum(map(is_prime, range(max(start, least), stop)))


def primes_up_to(limit):
    primes = []
    for number in range(2, limit + 1):
        if all(number % prime for prime in primes):
            primes.append(number)
    return primes


def count_primes(ranges, workers):
    ranges = list(ranges)
    root = math.isqrt(max((stop for _, stop in ranges), default=0))
    with Pool(workers, initializer=begin, initargs=(primes_up_to(root),)) as pool:
        return list(pool.imap(partial(primes_in, 2), ranges))
