# passes: each call starts one thread, leaves the rest to the next call and joins on the way back.
import threading


def run_all(tasks):
    waiting = iter(tasks)
    for task in waiting:
        thread = threading.Thread(target=task)
        thread.start()
        try:
            run_all(waiting)
        finally:
            thread.join()
