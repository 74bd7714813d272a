# passes: one name for each thread, the second joined first.
import threading


def side_by_side(first, second):
    one = threading.Thread(target=first, daemon=True)
    two = threading.Thread(target=second, daemon=True)
    one.start()
    two.start()
    two.join()
    one.join()
