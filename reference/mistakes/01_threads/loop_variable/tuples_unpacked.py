# fails test_item_may_be_none_or_a_tuple: a tuple is taken for the arguments.
import threading


def start_each(function, items):
    threads = []
    for item in items:
        args = item if isinstance(item, tuple) else (item,)
        t = threading.Thread(target=function, args=args)
        t.start()
        threads.append(t)
    return threads
