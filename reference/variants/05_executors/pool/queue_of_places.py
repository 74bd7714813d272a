# passes: each worker of the pool takes numbered items from a queue until it is empty

import queue
from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    numbered = queue.SimpleQueue()
    count = 0
    for count, item in enumerate(items, 1):
        numbered.put((count - 1, item))
    results = [None] * count
    errors = []

    def work():
        while True:
            try:
                place, item = numbered.get_nowait()
            except queue.Empty:
                return
            try:
                results[place] = function(item)
            except Exception as error:
                errors.append(error)

    with ThreadPoolExecutor(workers) as pool:
        for _ in range(workers):
            pool.submit(work)
    if errors:
        raise errors[0]
    return results
