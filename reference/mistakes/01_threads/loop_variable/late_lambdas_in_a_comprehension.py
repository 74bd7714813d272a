# fails test_each_thread_is_handed_its_own_item: all lambdas share the comprehension's last item.
import threading


def start_each(function, items):
    threads = [threading.Thread(target=lambda: function(item)) for item in items]
    for thread in threads:
        thread.start()
    return threads
