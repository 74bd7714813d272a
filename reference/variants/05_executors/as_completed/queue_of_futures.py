# passes: callbacks put the finished futures on a queue

from queue import SimpleQueue


def in_finish_order(executor, functions):
    done = SimpleQueue()
    futures = [executor.submit(function) for function in functions]
    for future in futures:
        future.add_done_callback(done.put)
    return (done.get().result() for _ in futures)
