# fails test_two_saves_go_on_side_by_side: a lock lets one thread save at a time

import threading

saving = threading.Lock()


def save_in_background(save):
    def work():
        with saving:
            save()

    thread = threading.Thread(target=work, daemon=False)
    thread.start()
    return thread
