# passes: a callback on each future frees a semaphore; results go to slots under a lock

import threading
from functools import partial


def labels(executor, function, items):
    slots = {}
    lock = threading.Lock()
    ended = threading.Semaphore(0)

    def call(number, item):
        result = function(item)
        with lock:
            slots[number] = result

    futures = []
    for number, item in enumerate(items):
        future = executor.submit(partial(call, number), item)
        future.add_done_callback(lambda _: ended.release())
        futures.append(future)
    for _ in futures:
        ended.acquire()
    for future in futures:
        future.result()
    return [slots[number] for number in range(len(futures))]
