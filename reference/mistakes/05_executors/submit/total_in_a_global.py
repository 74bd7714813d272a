# fails test_executor_stays_open_and_the_next_total_begins_at_zero: the next call adds to the sum of the last

amount = 0


def total(executor, function, items):
    global amount
    for future in [executor.submit(function, item) for item in items]:
        amount += future.result()
    return amount
