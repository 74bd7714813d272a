# fails test_a_program_ends_only_when_all_is_saved: is a daemon just where the caller is none

import threading


def save_in_background(save):
    thread = threading.Thread(target=save, daemon=not threading.current_thread().daemon)
    thread.start()
    return thread
