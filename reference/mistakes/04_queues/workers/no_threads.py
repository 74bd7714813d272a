# fails test_as_many_calls_as_workers_are_under_way_at_once: the caller makes the calls, one after the other


def process_all(items, work, workers):
    results = []
    errors = []
    for item in items:
        try:
            results.append(work(item))
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return results
