# fails test_save_is_called_by_the_thread_that_is_returned: gives back the thread that waits, not the one that saves

import threading


def save_in_background(save):
    worker = threading.Thread(target=save)
    worker.start()
    thread = threading.Thread(target=worker.join, daemon=False)
    thread.start()
    return thread
