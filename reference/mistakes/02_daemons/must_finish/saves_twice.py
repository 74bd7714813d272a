# fails test_each_call_saves_exactly_once: saves a second time, to be on the safe side

import threading


def save_in_background(save):
    def work():
        save()
        save()

    thread = threading.Thread(target=work, daemon=False)
    thread.start()
    return thread
