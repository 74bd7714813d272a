# fails test_call_waits_for_all_the_seconds_and_no_longer: join takes seconds, not milliseconds.
def finished_within(thread, seconds):
    thread.join(seconds / 1000)
    return not thread.is_alive()
