# fails test_both_overlap: one thread runs the other, and the caller waits before it starts the next.
import threading


def side_by_side(first, second):
    for task in (first, second):
        inner = threading.Thread(target=task)
        outer = threading.Thread(target=inner.run)
        outer.start()
        outer.join()
