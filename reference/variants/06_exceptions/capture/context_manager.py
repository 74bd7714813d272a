# passes: a context manager catches in the thread, lets the hook print it, and keeps it for the caller
import contextlib
import threading


class Catching(contextlib.AbstractContextManager):
    def __init__(self):
        self.error = None

    def __exit__(self, kind, error, traceback):
        self.error = error


def run_and_reraise(task):
    box = {}
    catching = Catching()

    def work():
        with catching:
            box["result"] = task()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if catching.error is not None:
        raise catching.error.with_traceback(catching.error.__traceback__)
    return box["result"]
