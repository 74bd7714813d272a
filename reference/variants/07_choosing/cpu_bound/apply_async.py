# passes: apply_async for each range, get in order

import multiprocessing
from math import isqrt


def primes_between(start, stop):
    numbers = (n for n in range(start, stop) if n >= 2)
    return len([n for n in numbers if not any(n % d == 0 for d in range(2, isqrt(n) + 1))])


def count_primes(ranges, workers):
    with multiprocessing.Pool(workers) as pool:
        results = [pool.apply_async(primes_between, tuple(span)) for span in ranges]
        return [result.get() for result in results]
