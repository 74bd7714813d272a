# fails test_call_waits_for_all_the_seconds_and_no_longer: half a second becomes none.
def finished_within(thread, seconds):
    thread.join(int(seconds))
    return not thread.is_alive()
