# fails test_equal_items_get_a_thread_and_a_call_each: equal items share a key.
import threading


def start_each(function, items):
    threads = {item: threading.Thread(target=function, args=(item,)) for item in items}
    for thread in threads.values():
        thread.start()
    return list(threads.values())
