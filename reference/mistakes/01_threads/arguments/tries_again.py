# fails test_call_that_raises_hangs_nothing: a call that raises is made twice.
import threading


def call_in_thread(function, *args, **kwargs):
    def work():
        try:
            function(*args, **kwargs)
        except Exception:
            function(*args, **kwargs)

    thread = threading.Thread(target=work)
    thread.start()
    return thread
