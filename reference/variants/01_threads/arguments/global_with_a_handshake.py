# passes: a parked call, but nobody parks the next one before the thread has taken it.
import threading

parking = threading.Lock()
taken = threading.Semaphore(0)
parked = None


def work():
    function, args, kwargs = parked
    taken.release()
    function(*args, **kwargs)


def call_in_thread(function, *args, **kwargs):
    global parked
    with parking:
        parked = (function, args, kwargs)
        thread = threading.Thread(target=work)
        thread.start()
        taken.acquire()
    return thread
