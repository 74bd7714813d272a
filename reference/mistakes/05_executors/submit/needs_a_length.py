# fails test_items_may_be_any_iterable_and_results_may_be_equal: a generator has no length


def total(executor, function, items):
    futures = [executor.submit(function, items[place]) for place in range(len(items))]
    return sum(future.result() for future in futures)
