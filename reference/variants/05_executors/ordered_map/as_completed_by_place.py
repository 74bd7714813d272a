# passes: as_completed, each result written to the place of its item

from concurrent.futures import as_completed


def labels(executor, function, items):
    places = {executor.submit(function, item): place for place, item in enumerate(items)}
    results = [None] * len(places)
    for future in as_completed(places):
        results[places[future]] = future.result()
    return results
