# fails test_two_iterators_at_once_give_their_own_results: all iterators take from one queue

import queue

done = queue.SimpleQueue()


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    for future in futures:
        future.add_done_callback(done.put)
    return (done.get().result() for _ in futures)
