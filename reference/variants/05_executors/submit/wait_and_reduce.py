# passes: wait for the whole set, then reduce

from concurrent.futures import wait
from functools import reduce
from operator import add


def total(executor, function, items):
    futures = {executor.submit(function, item) for item in items}
    done = wait(futures).done
    return reduce(add, (future.result() for future in done), 0)
