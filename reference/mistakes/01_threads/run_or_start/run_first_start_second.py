# fails test_both_overlap: the second thread is started when the first call is over.
import threading


def side_by_side(first, second):
    one = threading.Thread(target=first)
    two = threading.Thread(target=second)
    one.run()
    two.start()
    two.join()
