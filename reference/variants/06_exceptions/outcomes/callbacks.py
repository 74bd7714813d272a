# passes: each future is asked in a callback, the last of which sets an event
import threading


def outcomes(executor, functions):
    functions = list(functions)
    report = [None] * len(functions)
    left = len(functions)
    lock = threading.Lock()
    complete = threading.Event()

    def note(place, future):
        nonlocal left
        error = future.exception()
        report[place] = ("error", error) if error else ("ok", future.result())
        with lock:
            left -= 1
            if not left:
                complete.set()

    for place, function in enumerate(functions):
        future = executor.submit(function)
        future.add_done_callback(lambda future, place=place: note(place, future))
    if functions:
        complete.wait()
    return report
