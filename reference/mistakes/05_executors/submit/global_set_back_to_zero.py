# fails test_two_callers_at_once_get_their_own_sums: two callers add to the same variable

amount = 0


def total(executor, function, items):
    global amount
    amount = 0
    for future in [executor.submit(function, item) for item in items]:
        amount += future.result()
    return amount
