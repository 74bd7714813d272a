# fails test_each_thread_is_handed_its_own_item: whoever comes first takes the next item.
import queue
import threading


def start_each(function, items):
    waiting = queue.SimpleQueue()
    threads = []
    for item in items:
        waiting.put(item)
        threads.append(threading.Thread(target=lambda: function(waiting.get())))
    for thread in threads:
        thread.start()
    return threads
