# fails test_every_call_is_submitted_before_any_is_waited_for: never more than two calls are submitted and not ended


def total(executor, function, items):
    amount = 0
    before = None
    for item in items:
        future = executor.submit(function, item)
        if before is not None:
            amount += before.result()
        before = future
    if before is not None:
        amount += before.result()
    return amount
