# fails test_call_waits_without_polling: it goes round and round until the time is up.
import time


def finished_within(thread, seconds):
    deadline = time.monotonic() + seconds
    while thread.is_alive() and time.monotonic() < deadline:
        pass
    return not thread.is_alive()
