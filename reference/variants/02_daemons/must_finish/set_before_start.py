# passes: the attribute, set before the start

import threading


def save_in_background(save):
    thread = threading.Thread(target=save)
    thread.daemon = False
    thread.start()
    return thread
