# fails test_both_overlap: the second starts when the first has ended.
import threading


def side_by_side(first, second):
    for thread in (threading.Thread(target=first), threading.Thread(target=second)):
        thread.start()
        thread.join()
