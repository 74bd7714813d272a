# fails test_exception_of_a_call_is_raised_when_all_threads_have_ended: leaving the with block asks no future for its exception

from concurrent.futures import ThreadPoolExecutor


def run_in_pool(function, items, workers):
    items = list(items)
    results = [None] * len(items)

    def call(place, item):
        results[place] = function(item)

    with ThreadPoolExecutor(workers) as pool:
        for place, item in enumerate(items):
            pool.submit(call, place, item)
    return results
