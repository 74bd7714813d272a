# fails test_items_may_be_a_generator_of_equal_and_unhashable_items: a generator has no length


def labels(executor, function, items):
    results = [None] * len(items)

    def call(place, item):
        results[place] = function(item)

    for future in [executor.submit(call, *pair) for pair in enumerate(items)]:
        future.result()
    return results
