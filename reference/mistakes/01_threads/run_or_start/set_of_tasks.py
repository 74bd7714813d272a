# fails test_each_is_called_once_in_a_thread_of_its_own: where both are the same, a set has one.
import threading


def side_by_side(first, second):
    threads = [threading.Thread(target=task) for task in {first, second}]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
