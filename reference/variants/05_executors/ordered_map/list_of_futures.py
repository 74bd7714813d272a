# passes: submit them all, then ask each future in turn


def labels(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    return [future.result() for future in futures]
