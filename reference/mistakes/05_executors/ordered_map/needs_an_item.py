# fails test_no_items_give_an_empty_list: waits for a last result that never comes

import threading


def labels(executor, function, items):
    items = list(items)
    results = {}
    complete = threading.Event()

    def call(place, item):
        try:
            results[place] = function(item)
        except Exception as error:
            results[place] = error
        if len(dict(results)) == len(items):
            complete.set()

    for place, item in enumerate(items):
        executor.submit(call, place, item)
    complete.wait()
    return [results[place] for place in range(len(items))]
