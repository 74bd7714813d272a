# fails test_a_save_that_raises_hangs_nothing: the thread of a failed save keeps a lock

import threading

saving = threading.Semaphore(1)


def save_in_background(save):
    saving.acquire()

    def work():
        save()
        saving.release()

    thread = threading.Thread(target=work, daemon=False)
    thread.start()
    return thread
