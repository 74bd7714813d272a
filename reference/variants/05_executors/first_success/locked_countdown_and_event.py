# passes: a callback with a lock counts the failures, an Event wakes the caller

import threading


def first_success(executor, functions):
    lock = threading.Lock()
    over = threading.Event()
    winners, failures = [], []
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")

    def note(future):
        if future.cancelled():
            return
        error = future.exception()
        with lock:
            if error is None:
                winners.append(future)
            else:
                failures.append(error)
            if winners or len(failures) == len(futures):
                over.set()

    for future in futures:
        future.add_done_callback(note)
    over.wait()
    if winners:
        any([future.cancel() for future in futures])
        return winners[0].result()
    raise failures[-1]
