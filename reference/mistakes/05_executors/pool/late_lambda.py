# fails test_any_item_and_any_result_is_kept: the lambda reads the loop variable when the loop has gone on

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(lambda: function(item)) for item in items]
    return [future.result() for future in futures]
