# fails test_each_thread_is_handed_its_own_item: function(item) is called by the loop itself.
import threading


def start_each(function, items):
    threads = [threading.Thread(target=function(item)) for item in items]
    for thread in threads:
        thread.start()
    return threads
