# fails test_both_have_finished_when_the_call_returns: task is read late, so second may run twice.
import threading


def side_by_side(first, second):
    threads = []
    for task in (first, second):
        thread = threading.Thread(target=lambda: task())
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
