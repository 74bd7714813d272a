# fails test_sum_of_the_results_is_returned: wait() may return before the callbacks ran

from concurrent.futures import wait


def total(executor, function, items):
    amounts = []
    futures = [executor.submit(function, item) for item in items]
    for future in futures:
        future.add_done_callback(lambda done: amounts.append(done.result()))
    wait(futures)
    return sum(amounts)
