# fails test_call_waits_without_polling: it keeps waking up to look.
import time


def finished_within(thread, seconds):
    deadline = time.monotonic() + seconds
    while thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    return not thread.is_alive()
