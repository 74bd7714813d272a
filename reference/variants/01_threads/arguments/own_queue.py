# passes: the call comes over a queue that belongs to this thread alone.
import queue
import threading


def work(calls):
    function, args, kwargs = calls.get()
    function(*args, **kwargs)


def call_in_thread(function, *args, **kwargs):
    calls = queue.Queue(maxsize=1)
    thread = threading.Thread(target=work, args=[calls])
    thread.start()
    calls.put((function, args, kwargs))
    return thread
