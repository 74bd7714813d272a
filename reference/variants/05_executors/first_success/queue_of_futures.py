# passes: callbacks put the finished futures on a queue

import queue


def first_success(executor, functions):
    finished = queue.Queue()
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in futures:
        future.add_done_callback(finished.put)
    failure = None
    for _ in futures:
        future = finished.get()
        failure = future.exception()
        if failure is None:
            break
    for other in futures:
        other.cancel()
    if failure is not None:
        raise failure
    return future.result()
