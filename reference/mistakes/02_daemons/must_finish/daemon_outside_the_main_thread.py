# fails test_a_program_ends_only_when_an_ordinary_thread_has_saved: only the main thread has its saves waited for

import threading


def save_in_background(save):
    in_main = threading.current_thread() is threading.main_thread()
    thread = threading.Thread(target=save, daemon=not in_main)
    thread.start()
    return thread
