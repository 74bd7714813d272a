"""Count primes on several processors: in other processes, since threads take turns at computing.

What is sent to another process is pickled: the numbers, and of a function its name. So the function
stands at the top of the module, where the other process finds it when it imports the file.
"""

import math
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor


def is_prime(number: int) -> bool:
    """Say whether the number is prime."""
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span: tuple[int, int]) -> int:
    """Count the primes from start up to stop, without stop."""
    start, stop = span
    return sum(map(is_prime, range(start, stop)))


def count_primes(ranges: Iterable[tuple[int, int]], workers: int) -> list[int]:
    """Return the number of primes in each range, counted in at most `workers` processes."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(primes_in, ranges))


if __name__ == "__main__":
    begun = time.perf_counter()
    print(count_primes([(0, 150_000), (150_000, 250_000), (250_000, 300_000)], workers=3))
    print(f"{time.perf_counter() - begun:.1f} seconds")
