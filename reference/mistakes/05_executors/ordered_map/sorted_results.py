# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: sorts the results, which says nothing about the items

from concurrent.futures import as_completed


def labels(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    return sorted(future.result() for future in as_completed(futures))
