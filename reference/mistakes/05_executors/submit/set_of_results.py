# fails test_items_may_be_any_iterable_and_results_may_be_equal: a set keeps one of two equal results


def total(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    return sum({future.result() for future in futures})
