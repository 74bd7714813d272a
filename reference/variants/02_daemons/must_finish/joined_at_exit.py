# passes: a daemon that is joined when the program ends

import atexit
import threading


def save_in_background(save):
    thread = threading.Thread(target=save, daemon=True)
    atexit.register(thread.join)
    thread.start()
    return thread
