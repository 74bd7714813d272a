# fails test_results_are_waited_for_without_polling: asks again and again whether all are done

import time


def total(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    while not all(future.done() for future in futures):
        time.sleep(0.01)
    return sum(future.result() for future in futures)
