# fails test_a_program_ends_only_when_all_is_saved: the program ends in the middle of a save

import threading


def save_in_background(save):
    thread = threading.Thread(target=save, daemon=True)
    thread.start()
    return thread
