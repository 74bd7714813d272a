# fails test_call_waits_without_polling: ten joins of a tenth each poll too.
def finished_within(thread, seconds):
    for _ in range(10):
        thread.join(seconds / 10)
        if not thread.is_alive():
            return True
    return False
