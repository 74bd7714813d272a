# fails test_functions_may_be_any_iterable_and_there_may_be_none: waits for a first result that never comes

import queue


def in_finish_order(executor, functions):
    done = queue.SimpleQueue()
    futures = [executor.submit(function) for function in functions]
    for future in futures:
        future.add_done_callback(done.put)

    def results():
        left = len(futures)
        while True:
            yield done.get().result()
            left -= 1
            if not left:
                return

    return results()
