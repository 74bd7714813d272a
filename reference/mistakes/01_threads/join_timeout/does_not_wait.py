# fails test_call_returns_as_soon_as_the_thread_ends: it asks at once, and never waits.
def finished_within(thread, seconds):
    return not thread.is_alive()
