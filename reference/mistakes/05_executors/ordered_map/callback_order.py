# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: the callbacks run in the order in which the calls end

from concurrent.futures import wait


def labels(executor, function, items):
    results = []
    futures = []
    for item in items:
        futures.append(executor.submit(lambda item: results.append(function(item)), item))
    wait(futures)
    return results
