# fails test_items_may_be_a_generator_of_equal_and_unhashable_items: a list cannot be a key

from concurrent.futures import wait


def labels(executor, function, items):
    futures = {item: executor.submit(function, item) for item in items}
    wait(futures.values())
    return [future.result() for future in futures.values()]
