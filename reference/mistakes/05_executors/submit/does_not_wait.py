# fails test_sum_of_the_results_is_returned: adds what is ready already


def total(executor, function, items):
    futures = [executor.submit(function, item) for item in items]
    return sum(future.result() for future in futures if future.done())
