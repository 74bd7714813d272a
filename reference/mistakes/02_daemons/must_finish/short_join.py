# fails test_the_call_returns_at_once_while_save_is_blocked: waits for a while, and then leaves a daemon alone with the work

import threading


def save_in_background(save):
    thread = threading.Thread(target=save, daemon=True)
    thread.start()
    thread.join(0.1)
    return thread
