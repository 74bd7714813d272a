# passes: waits until the thread is under way, and reports what fails

import threading


def save_in_background(save):
    under_way = threading.Event()

    def work():
        under_way.set()
        try:
            save()
        except Exception as error:
            print("not saved:", error)

    thread = threading.Thread(target=work, name="saving", daemon=None)
    thread.daemon = False
    thread.start()
    under_way.wait()
    return thread
