# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: the iterator of map is not a list

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        return pool.map(function, items)
