# fails test_save_is_called_by_the_thread_that_is_returned: a thread that was started cannot be changed any more

import threading


def save_in_background(save):
    thread = threading.Thread(target=save, daemon=True)
    thread.start()
    thread.daemon = False
    return thread
