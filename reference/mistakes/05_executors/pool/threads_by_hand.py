# fails test_every_call_runs_in_a_new_thread_pool_executor: threads and a queue of its own, where a pool was asked for

import queue
import threading


def run_in_pool(function, items, workers):
    waiting = queue.Queue()
    results, errors = {}, []

    def work():
        while (pair := waiting.get()) is not None:
            place, item = pair
            try:
                results[place] = function(item)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for pair in enumerate(items):
        waiting.put(pair)
    for _ in threads:
        waiting.put(None)
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [results[place] for place in range(len(results))]
