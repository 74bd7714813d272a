# fails test_both_overlap: the brackets make the calls here.
import threading


def side_by_side(first, second):
    threads = [threading.Thread(target=first()), threading.Thread(target=second())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
