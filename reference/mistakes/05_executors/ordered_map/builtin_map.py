# fails test_every_call_runs_in_a_thread_of_the_executor: the built-in map has nothing to do with the executor


def labels(executor, function, items):
    return list(map(function, items))
