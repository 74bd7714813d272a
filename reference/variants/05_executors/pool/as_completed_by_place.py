# passes: as_completed, each result written to the place of its item

from concurrent.futures import ThreadPoolExecutor, as_completed


def run_in_pool(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        places = {pool.submit(function, item): place for place, item in enumerate(items)}
        results = [None] * len(places)
        for future in as_completed(places):
            results[places[future]] = future.result()
    return results
