# fails test_no_items_give_zero: reduce needs a first value where there are no items

from functools import reduce
from operator import add


def total(executor, function, items):
    return reduce(add, list(executor.map(function, items)))
