# fails test_the_executor_stays_open: one list for all calls of labels, so the results of the last call are in it too

results = []


def labels(executor, function, items):
    results.extend(executor.map(function, items))
    return list(results)
