# fails test_zero_seconds_only_ask: how long it took does not say whether the thread has ended.
import time


def finished_within(thread, seconds):
    began = time.monotonic()
    thread.join(seconds)
    return time.monotonic() - began < seconds
