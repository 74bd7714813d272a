# fails test_every_call_runs_in_a_thread_of_the_executor: starts a thread for each item and leaves the executor idle

import threading


def labels(executor, function, items):
    items = list(items)
    results = [None] * len(items)

    def call(place, item):
        results[place] = function(item)

    threads = [threading.Thread(target=call, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
