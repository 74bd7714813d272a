# fails test_other_processes_do_the_counting: threads of one process take turns at computing

import math
from concurrent.futures import ThreadPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(primes_in, ranges))
