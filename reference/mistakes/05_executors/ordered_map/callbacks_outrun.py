# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: wait() may return before the callbacks ran

from concurrent.futures import wait


def labels(executor, function, items):
    items = list(items)
    results = [None] * len(items)
    futures = []
    for place, item in enumerate(items):

        def keep(future, place=place):
            results[place] = future.result()

        future = executor.submit(function, item)
        future.add_done_callback(keep)
        futures.append(future)
    wait(futures)
    return results
