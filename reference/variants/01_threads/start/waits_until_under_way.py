# passes: the caller waits until the thread is under way, but not for the task.
import threading


def start_in_background(task):
    under_way = threading.Event()

    def work():
        under_way.set()
        return task()

    thread = threading.Thread(target=work)
    thread.start()
    under_way.wait()
    return thread
