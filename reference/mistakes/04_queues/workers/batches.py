# fails test_a_slow_item_holds_up_no_other: waits for a whole batch before the next begins

import threading


def process_all(items, work, workers):
    jobs = list(enumerate(items))
    results = {}
    errors = {}

    def one(place, item):
        try:
            results[place] = work(item)
        except Exception as error:
            errors[place] = error

    for start in range(0, len(jobs), workers):
        threads = [threading.Thread(target=one, args=job) for job in jobs[start : start + workers]]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place, _ in jobs]
