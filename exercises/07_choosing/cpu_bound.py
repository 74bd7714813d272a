"""Count primes on several processors at the same time.

Three threads count here, and it takes as long as one would: Python code of one process takes turns.
Goal: count in other processes. What is sent there is pickled, and a function goes by its name.

Done when at most `workers` processes count, the counts are in the order of the ranges, every
process has ended on return, and it works however a process is started (spawn, forkserver).
"""

import math
import os
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def is_prime(number: int) -> bool:
    """Say whether the number is prime."""
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def count_primes(ranges: Iterable[tuple[int, int]], workers: int) -> list[int]:
    """Return the number of primes in each range (start, stop), stop not included."""

    def primes_in(span: tuple[int, int]) -> int:  # TODO: put it where other processes find it.
        print(f"process {os.getpid()} counts in {span}")
        return sum(is_prime(number) for number in range(*span))

    with ThreadPoolExecutor(workers) as pool:  # TODO: use processes in place of threads.
        return list(pool.map(primes_in, ranges))


if __name__ == "__main__":  # other processes import this file, and must not begin again here
    print(f"process {os.getpid()} is the caller (each count should be made in another one)")
    begun = time.perf_counter()
    print(count_primes([(0, 150_000), (150_000, 250_000), (250_000, 300_000)], workers=3))
    print(f"{time.perf_counter() - begun:.1f} seconds")
