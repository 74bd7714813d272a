# fails test_every_call_runs_in_a_thread_of_the_executor: calls the function itself where there is one item only


def total(executor, function, items):
    items = list(items)
    if len(items) == 1:
        return function(items[0])
    futures = [executor.submit(function, item) for item in items]
    return sum(future.result() for future in futures)
