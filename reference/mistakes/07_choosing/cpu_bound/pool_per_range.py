# fails test_at_most_workers_processes_are_started: new processes for each range

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    counts = []
    for span in ranges:
        with ProcessPoolExecutor(workers) as pool:
            counts.append(pool.submit(primes_in, span).result())
    return counts
