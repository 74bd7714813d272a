# fails test_call_returns_as_soon_as_the_thread_ends: the answer is older than the wait.
def finished_within(thread, seconds):
    ended = not thread.is_alive()
    thread.join(seconds)
    return ended
