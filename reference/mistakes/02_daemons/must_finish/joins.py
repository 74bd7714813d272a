# fails test_the_call_returns_at_once_while_save_is_blocked: waits for the work before it returns

import threading


def save_in_background(save):
    thread = threading.Thread(target=save, daemon=False)
    thread.start()
    thread.join()
    return thread
