# passes: each partial holds its item; first all threads are made, then all are started.
import functools
import threading


def start_each(function, items):
    threads = [threading.Thread(target=functools.partial(function, item)) for item in items]
    for thread in threads:
        thread.start()
    return threads
