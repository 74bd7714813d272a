# fails test_calls_overlap: waits for four calls before it submits the next four


def labels(executor, function, items):
    items = list(items)
    results = []
    for first in range(0, len(items), 4):
        results += executor.map(function, items[first : first + 4])
    return results
