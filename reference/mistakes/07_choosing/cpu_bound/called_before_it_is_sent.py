# fails test_counts_come_in_the_order_of_the_ranges: submit(primes_in(span)) calls it here, and sends a number

import math
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(workers) as pool:
        futures = [pool.submit(primes_in(span)) for span in ranges]
        return [future.result() for future in futures]
