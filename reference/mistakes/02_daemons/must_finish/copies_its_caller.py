# fails test_a_program_ends_only_when_a_daemon_thread_has_saved: hands down what the calling thread is

import threading


def save_in_background(save):
    thread = threading.Thread(target=save)
    thread.daemon = threading.current_thread().daemon
    thread.start()
    return thread
