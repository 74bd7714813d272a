# fails test_a_program_ends_only_when_all_is_saved: at the exit the last save alone is waited for

import atexit
import threading

last = None


@atexit.register
def wait():
    if last is not None:
        last.join()


def save_in_background(save):
    global last
    last = threading.Thread(target=save, daemon=True)
    last.start()
    return last
