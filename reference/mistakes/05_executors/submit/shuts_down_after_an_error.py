# fails test_failing_call_makes_nothing_hang: gives up the caller's executor when a call fails


def total(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    try:
        return sum(future.result() for future in futures)
    except Exception:
        executor.shutdown(cancel_futures=True)
        raise
