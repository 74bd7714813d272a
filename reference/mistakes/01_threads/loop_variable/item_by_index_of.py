# fails test_equal_items_get_a_thread_and_a_call_each: index() finds the first of several equal items.
import threading


def start_each(function, items):
    items = list(items)
    threads = []
    for item in items:
        t = threading.Thread(target=function, args=(items[items.index(item)],))
        t.start()
        threads.append(t)
    return threads
