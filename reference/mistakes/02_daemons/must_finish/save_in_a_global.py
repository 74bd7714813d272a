# fails test_two_calls_save_each_its_own: a second call changes what the first thread is to save

import threading

current = None


def work():
    current()


def save_in_background(save):
    global current
    current = save
    thread = threading.Thread(target=work, daemon=False)
    thread.start()
    return thread
