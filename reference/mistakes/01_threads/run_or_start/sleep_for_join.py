# fails test_both_have_finished_when_the_call_returns: a nap is no join.
import threading
import time


def side_by_side(first, second):
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    time.sleep(1)
