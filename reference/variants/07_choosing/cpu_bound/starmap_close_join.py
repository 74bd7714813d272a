# passes: Pool of a context with starmap, closed and joined by hand

from multiprocessing import get_context


def primes_between(start, stop):
    count = 0
    for number in range(max(start, 2), stop):
        divisor = 2
        while divisor * divisor <= number and number % divisor:
            divisor += 1
        count += divisor * divisor > number
    return count


def count_primes(ranges, workers):
    pool = get_context().Pool(processes=workers)
    try:
        return pool.starmap(primes_between, ranges)
    finally:
        pool.close()
        pool.join()
