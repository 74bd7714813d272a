# fails test_any_item_and_any_result_is_kept: an item that is None is taken for the end mark

import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    jobs = queue.Queue()
    for item in items:
        jobs.put(item)
    for _ in range(workers):
        jobs.put(None)
    numbers = iter(range(len(items)))
    lock = threading.Lock()
    results = [None] * len(items)
    errors = {}

    def take_jobs():
        while True:
            with lock:
                item = jobs.get()
                if item is None:
                    return
                place = next(numbers)
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return results
