# fails test_results_are_waited_for_without_polling: what takes more than a minute is left out

from concurrent.futures import wait


def total(executor, function, items):
    done, _ = wait([executor.submit(function, item) for item in items], timeout=60)
    return sum(future.result() for future in done)
