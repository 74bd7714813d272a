# passes: multiprocessing.Pool and its map; leaving the block ends and joins the workers

import math
import multiprocessing


def primes_in(span):
    return sum(1 for n in range(*span) if n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1)))


def count_primes(ranges, workers):
    with multiprocessing.Pool(workers) as pool:
        return pool.map(primes_in, ranges)
