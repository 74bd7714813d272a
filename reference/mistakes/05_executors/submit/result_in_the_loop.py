# fails test_every_call_is_submitted_before_any_is_waited_for: waits for each result before it submits the next call


def total(executor, function, items):
    amount = 0
    for item in items:
        amount += executor.submit(function, item).result()
    return amount
