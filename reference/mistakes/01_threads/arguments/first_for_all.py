# fails test_single_argument_stays_one_whatever_it_is: the first argument is taken for the tuple of all.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args[0] if args else (), kwargs=kwargs)
    thread.start()
    return thread
