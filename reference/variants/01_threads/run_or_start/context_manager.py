# passes: a context manager starts on entering and joins on leaving.
import contextlib
import threading


@contextlib.contextmanager
def running(task):
    thread = threading.Thread(target=task)
    thread.start()
    try:
        yield thread
    finally:
        thread.join()


def side_by_side(first, second):
    with running(first), running(second):
        pass
