# fails test_items_may_be_any_iterable_and_results_may_be_equal: a list cannot be a key


def total(executor, function, items):
    futures = {item: executor.submit(function, item) for item in items}
    return sum(future.result() for future in futures.values())
