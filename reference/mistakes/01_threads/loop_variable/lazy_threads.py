# fails test_each_thread_is_handed_its_own_item: starting them has used the generator up.
import threading


def start_each(function, items):
    threads = (threading.Thread(target=function, args=(item,)) for item in items)
    for thread in threads:
        thread.start()
    return list(threads)
