# passes: a Timer with no delay is a Thread too, and takes arguments.
import threading


def call_in_thread(function, *args, **kwargs):
    timer = threading.Timer(0, function, args, kwargs)
    timer.start()
    return timer
