"""The jobs of a pool share nothing; their results are collected."""

from concurrent.futures import ThreadPoolExecutor


def square(number):
    return number * number


def test():
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(square, range(3))) == [0, 1, 4]
