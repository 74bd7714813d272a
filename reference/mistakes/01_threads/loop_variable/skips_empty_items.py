# fails test_item_may_be_none_or_a_tuple: None, 0 and empty items get no thread.
import threading


def start_each(function, items):
    threads = []
    for item in items:
        if item:
            t = threading.Thread(target=function, args=(item,))
            t.start()
            threads.append(t)
    return threads
