# fails test_items_may_be_any_iterable_and_results_may_be_equal: counts the items first, and uses the generator up


def total(executor, function, items):
    count = sum(1 for _ in items)
    futures = [executor.submit(function, item) for _, item in zip(range(count), items)]
    return sum(future.result() for future in futures)
