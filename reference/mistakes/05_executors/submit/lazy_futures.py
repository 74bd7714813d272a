# fails test_every_call_is_submitted_before_any_is_waited_for: a generator submits a call only when sum asks for it


def total(executor, function, items):
    futures = (executor.submit(function, item) for item in items)
    return sum(future.result() for future in futures)
