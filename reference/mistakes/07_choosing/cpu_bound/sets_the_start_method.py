# fails test_counts_come_in_the_order_of_the_ranges: the start method is set once in a program, and not here

import math
import multiprocessing


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(workers) as pool:
        return pool.map(primes_in, ranges)
