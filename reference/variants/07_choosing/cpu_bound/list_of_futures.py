# passes: a future for each range, asked in order; a sieve counts

import math
from concurrent.futures import ProcessPoolExecutor


def primes_below(stop):
    sieve = bytearray([1]) * max(stop, 2)
    sieve[:2] = b"\0\0"
    for number in range(2, math.isqrt(len(sieve)) + 1):
        if sieve[number]:
            sieve[number * number :: number] = bytes(len(sieve[number * number :: number]))
    return sieve


def primes_between(start, stop):
    return sum(primes_below(stop)[start:stop])


def count_primes(ranges, workers):
    with ProcessPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(primes_between, start, stop) for start, stop in ranges]
        return [future.result() for future in futures]
