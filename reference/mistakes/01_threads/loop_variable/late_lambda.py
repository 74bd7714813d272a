# fails test_each_thread_is_handed_its_own_item: the lambda reads item when the loop has moved on.
import threading


def start_each(function, items):
    threads = []
    for item in items:
        thread = threading.Thread(target=lambda: function(item))
        thread.start()
        threads.append(thread)
    return threads
