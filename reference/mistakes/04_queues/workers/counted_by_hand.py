# fails test_the_other_items_are_worked_once_each_though_some_fail: two workers read the same place before either moves on

import threading


def process_all(items, work, workers):
    items = list(items)
    results = {}
    errors = {}
    following = 0

    def take_jobs():
        nonlocal following
        while following < len(items):
            place = following
            following += 1
            try:
                results[place] = work(items[place])
            except Exception as error:
                errors[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
