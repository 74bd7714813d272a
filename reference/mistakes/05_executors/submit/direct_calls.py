# fails test_every_call_runs_in_a_thread_of_the_executor: the caller makes all the calls


def total(executor, function, items):
    return sum(function(item) for item in items)
