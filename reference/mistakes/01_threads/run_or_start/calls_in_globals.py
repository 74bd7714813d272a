# fails test_two_callers_at_once_run_their_own_calls: a late thread finds what another caller put there.
import threading

one = two = None


def run_one():
    one()


def run_two():
    two()


def side_by_side(first, second):
    global one, two
    one, two = first, second
    threads = [threading.Thread(target=run_one), threading.Thread(target=run_two)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
