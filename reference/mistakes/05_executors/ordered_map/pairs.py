# fails test_calls_overlap: two calls at a time, even where the executor has more threads

from itertools import islice


def labels(executor, function, items):
    items = iter(items)
    results = []
    while pair := list(islice(items, 2)):
        results += executor.map(function, pair)
    return results
