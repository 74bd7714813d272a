# passes: as_completed, added one by one as they come

from concurrent.futures import as_completed


def total(executor, function, items):
    amount = 0
    for future in as_completed([executor.submit(function, item) for item in items]):
        amount += future.result()
    return amount
