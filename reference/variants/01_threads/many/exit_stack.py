# passes: an ExitStack joins whatever was started, last first.
import contextlib
import threading


def run_all(tasks):
    with contextlib.ExitStack() as stack:
        for task in tasks:
            thread = threading.Thread(target=task)
            thread.start()
            stack.callback(thread.join)
