# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: the first result is that of the first call to end

from concurrent.futures import as_completed


def labels(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    return [future.result() for future in as_completed(futures)]
