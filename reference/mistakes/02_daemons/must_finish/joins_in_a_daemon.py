# fails test_the_call_returns_at_once_while_save_is_blocked: a daemon thread that calls is made to wait

import threading


def save_in_background(save):
    thread = threading.Thread(target=save)
    thread.start()
    if thread.daemon:
        thread.join()
    return thread
