# fails test_other_processes_do_the_counting: one range after the other, in the process of the caller

import math


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_in(span):
    return sum(map(is_prime, range(*span)))


def count_primes(ranges, workers):
    return [primes_in(span) for span in ranges]
