# passes: what the main thread is: never a daemon

import threading
from functools import partial


def save_in_background(save):
    kind = threading.main_thread().daemon
    thread = threading.Thread(group=None, target=partial(save), daemon=kind)
    thread.start()
    return thread
