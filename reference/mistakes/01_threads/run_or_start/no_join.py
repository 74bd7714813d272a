# fails test_both_have_finished_when_the_call_returns: start() does not wait for anything.
import threading


def side_by_side(first, second):
    for thread in (threading.Thread(target=first), threading.Thread(target=second)):
        thread.start()
