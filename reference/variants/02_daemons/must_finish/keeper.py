# passes: a second thread, which is no daemon, waits for the one that saves

import threading


def save_in_background(save):
    thread = threading.Thread(target=save)
    thread.start()
    keeper = threading.Thread(target=thread.join, name="keeper", daemon=False)
    keeper.start()
    return thread
