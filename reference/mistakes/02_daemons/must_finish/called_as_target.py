# fails test_save_is_called_by_the_thread_that_is_returned: the brackets do the work in the calling thread

import threading


def save_in_background(save):
    thread = threading.Thread(target=save(), daemon=False)
    thread.start()
    return thread
