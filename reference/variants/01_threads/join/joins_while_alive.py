# passes: a loop whose join waits without limit is not polling.
import threading


def run_and_wait(task):
    thread = threading.Thread(target=task, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join()
