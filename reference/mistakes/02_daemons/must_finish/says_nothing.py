# fails test_a_program_ends_only_when_a_daemon_thread_has_saved: a thread that a daemon makes is a daemon, unless it is told otherwise

import threading


def save_in_background(save):
    thread = threading.Thread(target=save)
    thread.start()
    return thread
