# fails test_every_call_runs_in_a_thread_of_the_executor: the caller makes all the calls


def labels(executor, function, items):
    return [function(item) for item in items]
