# fails test_as_many_calls_as_workers_are_under_way_at_once: a thread for each item, however many there are

import threading


def process_all(items, work, workers):
    results = {}
    errors = {}

    def one(place, item):
        try:
            results[place] = work(item)
        except Exception as error:
            errors[place] = error

    threads = [threading.Thread(target=one, args=job) for job in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
