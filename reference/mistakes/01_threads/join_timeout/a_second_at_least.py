# fails test_call_waits_for_all_the_seconds_and_no_longer: it waits for a second where less was asked.
def finished_within(thread, seconds):
    thread.join(max(seconds, 1))
    return not thread.is_alive()
