# fails test_functions_may_be_any_iterable_and_there_may_be_none: a generator has no length

import queue


def in_finish_order(executor, functions):
    results = queue.SimpleQueue()
    count = len(functions)
    for function in functions:
        executor.submit(function).add_done_callback(results.put)
    return (results.get().result() for _ in range(count))
