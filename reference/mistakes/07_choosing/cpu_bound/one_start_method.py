# fails test_it_works_under_forkserver_too: refuses every start method but one

import math
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    assert multiprocessing.get_start_method() == "spawn", "spawn only"
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_in, ranges))
