# fails test_both_have_finished_when_the_call_returns: one is joined twice, two never.
import threading


def side_by_side(first, second):
    one, two = threading.Thread(target=first), threading.Thread(target=second)
    one.start(), two.start()
    one.join(), one.join()
