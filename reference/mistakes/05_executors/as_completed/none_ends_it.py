# fails test_any_value_may_come_and_the_same_function_twice: a result of None is taken for the end

import queue


def in_finish_order(executor, functions):
    results = queue.SimpleQueue()
    futures = [executor.submit(function) for function in functions]
    left = iter(futures)

    def take():
        if next(left, None) is None:
            return None
        return results.get().result()

    for future in futures:
        future.add_done_callback(results.put)
    return iter(take, None)
