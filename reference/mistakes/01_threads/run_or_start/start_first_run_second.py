# fails test_each_is_called_once_in_a_thread_of_its_own: the second call is made by the caller itself.
import threading


def side_by_side(first, second):
    one = threading.Thread(target=first)
    two = threading.Thread(target=second)
    one.start()
    try:
        two.run()
    finally:
        one.join()
