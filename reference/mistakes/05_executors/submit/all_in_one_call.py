# fails test_every_call_is_submitted_before_any_is_waited_for: one call of the executor makes all the calls, one after the other


def total(executor, function, items):
    return executor.submit(lambda: sum(function(item) for item in items)).result()
