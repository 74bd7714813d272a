# passes: a nested function keeps the call, and the variables are new ones in every call.
import threading


def call_in_thread(function, *args, **kwargs):
    def work():
        return function(*args, **kwargs)

    thread = threading.Thread(target=work)
    thread.start()
    return thread
