# fails test_save_is_called_by_the_thread_that_is_returned: the thread is made and not started

import threading


def save_in_background(save):
    return threading.Thread(target=save, daemon=False)
