# fails test_other_processes_do_the_counting: one range is counted in the process of the caller

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    first, second, *others = [*ranges, (0, 0), (0, 0)]
    with ProcessPoolExecutor(workers) as pool:
        counts = pool.map(primes_in, [first, *others[:-2]])
        mine = primes_in(second)
        first, *others = counts
    return [first, mine, *others]
