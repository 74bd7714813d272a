# passes: ranges are cut into pieces of one size, so that no process has more to do than others

import math
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

SIZE = 50


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_from(start, stop):
    return sum(is_prime(number) for number in range(start, min(start + SIZE, stop)))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        pieces = [
            pool.map(primes_from, range(start, stop, SIZE), repeat(stop)) for start, stop in ranges
        ]
        return [sum(counts) for counts in pieces]
