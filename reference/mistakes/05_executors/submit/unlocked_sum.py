# fails test_sum_of_the_results_is_returned: the calls add to one variable at the same time, without a lock


def total(executor, function, items):
    amount = 0

    def add(item):
        nonlocal amount
        amount += function(item)

    for future in [executor.submit(add, item) for item in items]:
        future.result()
    return amount
