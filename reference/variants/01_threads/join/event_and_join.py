# passes: an event that is set in any case, and then the join.
import threading


def run_and_wait(task):
    finished = threading.Event()

    def work():
        try:
            task()
        finally:
            finished.set()

    thread = threading.Thread(target=work)
    thread.start()
    finished.wait()
    thread.join()
