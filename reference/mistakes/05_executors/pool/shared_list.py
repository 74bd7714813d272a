# fails test_results_are_a_list_in_item_order_though_the_first_call_ends_last: the calls append in the order in which they end

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    results = []
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(lambda item=item: results.append(function(item))) for item in items]
    for future in futures:
        future.result()
    return results
