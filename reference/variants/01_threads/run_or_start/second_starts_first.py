# passes: the first thread starts the second one, and joins it.
import threading


def side_by_side(first, second):
    def work():
        other = threading.Thread(target=second)
        other.start()
        try:
            first()
        finally:
            other.join()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
