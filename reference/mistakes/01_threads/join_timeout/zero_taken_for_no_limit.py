# fails test_zero_seconds_only_ask: `seconds or None` makes no limit out of 0.
def finished_within(thread, seconds):
    thread.join(seconds or None)
    return not thread.is_alive()
