# fails test_item_may_be_none_or_a_tuple: None is taken for the end of the items.
import threading


def start_each(function, items):
    it = iter(items)
    threads = []
    while (item := next(it, None)) is not None:
        t = threading.Thread(target=function, args=(item,))
        t.start()
        threads.append(t)
    return threads
