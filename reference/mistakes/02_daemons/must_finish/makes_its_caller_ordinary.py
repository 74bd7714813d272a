# fails test_the_call_returns_at_once_while_save_is_blocked: a caller that is at work cannot be changed any more

import threading


def save_in_background(save):
    if threading.current_thread().daemon:
        threading.current_thread().daemon = False
    thread = threading.Thread(target=save)
    thread.start()
    return thread
