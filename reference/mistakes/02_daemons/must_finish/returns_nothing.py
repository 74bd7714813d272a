# fails test_save_is_called_by_the_thread_that_is_returned: keeps the thread to itself

import threading


def save_in_background(save):
    threading.Thread(target=save, daemon=False).start()
