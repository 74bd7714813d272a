# passes: each number is a task of its own, slow as that is

from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, number))


def count_primes(ranges, workers):
    counts = []
    with ProcessPoolExecutor(workers) as pool:
        for start, stop in ranges:
            answers = [pool.submit(is_prime, number) for number in range(start, stop)]
            counts.append(sum(answer.result() for answer in answers))
    return counts
