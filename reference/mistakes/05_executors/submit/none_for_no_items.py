# fails test_no_items_give_zero: the sum begins at None


def total(executor, function, items):
    amount = None
    for future in [executor.submit(function, item) for item in items]:
        result = future.result()
        amount = result if amount is None else amount + result
    return amount
