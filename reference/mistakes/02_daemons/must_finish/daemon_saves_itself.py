# fails test_the_call_returns_at_once_while_save_is_blocked: a daemon thread that calls has to do the work

import threading


def save_in_background(save):
    thread = threading.Thread(target=save)
    if thread.daemon:
        save()
        thread = threading.Thread(target=str, daemon=False)
    thread.start()
    return thread
