# fails test_call_returns_as_soon_as_both_have_ended: it naps on.
import threading
import time


def side_by_side(first, second):
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    for thread in threads:
        thread.join()
