# fails test_every_call_runs_in_a_thread_of_the_executor: the brackets make the call here, and the executor is given its result


def total(executor, function, items):
    futures = [executor.submit(lambda result: result, function(item)) for item in items]
    return sum(future.result() for future in futures)
