# fails test_both_overlap: run() makes the call here, and then the next one.
import threading


def side_by_side(first, second):
    for thread in (threading.Thread(target=first), threading.Thread(target=second)):
        thread.run()
