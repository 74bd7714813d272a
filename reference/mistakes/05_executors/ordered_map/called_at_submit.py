# fails test_every_call_runs_in_a_thread_of_the_executor: calls the function first and hands its result to the executor


def labels(executor, function, items):
    futures = [executor.submit(lambda result: result, function(item)) for item in items]
    return [future.result() for future in futures]
