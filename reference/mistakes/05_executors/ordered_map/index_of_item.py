# fails test_items_may_be_a_generator_of_equal_and_unhashable_items: index finds the first of two equal items only

from concurrent.futures import as_completed


def labels(executor, function, items):
    items = list(items)
    results = [None] * len(items)
    futures = {executor.submit(function, item): item for item in items}
    for future in as_completed(futures):
        results[items.index(futures[future])] = future.result()
    return results
