# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: the first result is that of the first call to end

from concurrent.futures import ThreadPoolExecutor, as_completed


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
        return [future.result() for future in as_completed(futures)]
