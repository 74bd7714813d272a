# fails test_every_call_runs_in_a_thread_of_the_executor: starts a thread for each item and leaves the executor idle

import threading


def total(executor, function, items):
    results = []
    threads = [
        threading.Thread(target=lambda item=item: results.append(function(item))) for item in items
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(results)
