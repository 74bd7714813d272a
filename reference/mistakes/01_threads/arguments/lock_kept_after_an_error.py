# fails test_call_that_raises_hangs_nothing: the lock of a call that raises is never released.
import threading

calling = threading.Lock()


def call_in_thread(function, *args, **kwargs):
    def work():
        calling.acquire()
        function(*args, **kwargs)
        calling.release()

    thread = threading.Thread(target=work)
    thread.start()
    return thread
