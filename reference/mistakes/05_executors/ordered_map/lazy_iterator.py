# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: the iterator of map is not a list


def labels(executor, function, items):
    return executor.map(function, items)
