# fails test_any_item_and_any_result_is_kept: a result that is an exception is taken for a failure

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    def attempt(item):
        try:
            return function(item)
        except Exception as error:
            return error

    with ThreadPoolExecutor(workers) as pool:
        results = list(pool.map(attempt, items))
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
